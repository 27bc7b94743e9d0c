import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { offlineShells } from './vite/shells.js';

/** Fills `%fi.loading%` in index.html: what is read before the texts of the application are there. */
function pageTexts(): Plugin {
  return {
    name: 'hillo-page-texts',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace(/%(fi|sv|en)\.([\w.]+)%/g, (_, locale: string, path: string) => {
          const file = new URL(`../packages/i18n/src/${locale}/app.json`, import.meta.url);
          const texts: unknown = JSON.parse(readFileSync(file, 'utf8'));
          const text = path
            .split('.')
            .reduce((node, key) => (node as Record<string, unknown> | undefined)?.[key], texts);
          if (typeof text !== 'string')
            throw new Error(`index.html asks for app.${path}, which ${locale} lacks`);
          return text;
        }),
    },
  };
}

/** Runs the file of src/app/begin.ts as soon as it is there, before the page's other files are. */
function earlyBeginning(): Plugin {
  return {
    name: 'hillo-early-beginning',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const begin = Object.values(bundle).find(({ name }) => name === 'begin');
        if (!begin) return [];
        const attrs = { type: 'module', async: true, crossorigin: true, src: `/${begin.fileName}` };
        return [{ tag: 'script', attrs, injectTo: 'head' }];
      },
    },
  };
}

const WORTH_PACKING = /\.(?:js|css|svg|wasm|json|webmanifest)$/;
const LEAST_BYTES = 1_000;

/** Packs every file once at the build, beside itself: the server sends `.br` or `.gz` to whoever reads it, at no cost. */
function packedFiles(): Plugin {
  return {
    name: 'hillo-packed-files',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
      for (const name of Object.keys(bundle).filter((file) => WORTH_PACKING.test(file))) {
        const content = readFileSync(join(dir, name));
        if (content.length < LEAST_BYTES) continue;
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, brotli));
      }
    },
  };
}

const server = { target: 'http://127.0.0.1:3000' };

/**
 * Workspace packages come from their `src` in development (Vite sets the condition `development` there) and from
 * their `dist` in a build. The condition is not forced in builds: libraries use it for their slow builds.
 */
export default defineConfig({
  plugins: [react(), pageTexts(), earlyBeginning(), offlineShells(), packedFiles()],
  server: { proxy: { '/api': server, '/dev/mail': server, '/socket.io': { ...server, ws: true } } },
  build: {
    target: ['chrome111', 'edge111', 'firefox115', 'safari16'],
    // Nothing as data: in the HTML or CSS, and no inline script: the policy is default-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: {
        // A few files by what is fetched together, not one for each module that two pages share: small files pack badly
        // and each costs a request. A group takes what its modules import along, unless an earlier one has it.
        codeSplitting: {
          groups: [
            // Read first: begins to fetch what this address needs. Nothing of React may be in it.
            { name: 'begin', test: /client[\\/]src[\\/]app[\\/]begin\.ts$/ },
            // Changes rarely: stays in the phone's cache over releases.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // What every audience's pages stand in. Forms, tables and codes are with the pages that have them. Without
            // main.tsx: it waits for a shell, whose file needs this one to have been read.
            {
              name: 'basis',
              test: /client[\\/]src[\\/](app[\\/](app|routes[\\/]audience-pages)\.|ui[\\/](actions|feedback|layout|marker|text)[\\/])/,
            },
            // The attendee's own page, which tests/e2e/first-load.spec.ts weighs.
            { name: 'own', test: /[\\/]attendee-routes\.tsx$/ },
          ],
        },
      },
    },
  },
});
