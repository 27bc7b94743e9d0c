import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';
import type { Release, ShellName } from '../src/worker/release.js';

/** What each shell needs without network: its routes with all that they fetch, the page's own files, its texts. */
const ROOTS: Readonly<Record<ShellName, { readonly routes: RegExp; readonly texts: RegExp }>> = {
  attendee: {
    routes: /app[\\/]routes[\\/](?:attendee[\\/]attendee|link)-routes\.tsx$/,
    // Some of the screens behind the own page bring the second one.
    texts: /bundles[\\/][\w-]+[\\/](?:attendee|ownData)\.json$/,
  },
  door: { routes: /app[\\/]routes[\\/]door-routes\.tsx$/, texts: /bundles[\\/][\w-]+[\\/]door\.json$/ },
  stage: { routes: /app[\\/]routes[\\/]stage-routes\.tsx$/, texts: /bundles[\\/][\w-]+[\\/]stage\.json$/ },
};
/** The page's own files, of which every shell needs all. */
const OF_ALL = /client[\\/](?:index\.html|src[\\/](?:main\.tsx|app[\\/](?:begin|app)\.tsx?))$/;
/** What the page fetches for one audience or another: no shell takes the others'. */
const OF_ONE = /(?:-routes|[\\/]gallery)\.tsx$|[\\/]bundles[\\/][\w-]{2,8}[\\/]\w{2,20}\.json$/;
const PLAIN_FILES = ['icon.svg'];
const WORKER = 'sw.js';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** Makes the service worker, a classic script of one file, and writes into it what to keep of each shell. */
export function offlineShells(): Plugin {
  return {
    name: 'hillo-offline-shells',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/worker/worker.ts', fileName: WORKER });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error(`the build has no ${WORKER}`);
        if (worker.imports.length + worker.exports.length > 0)
          throw new Error(`${WORKER} shares files with the pages, so it is no script of its own`);
        const release = releaseOf(bundle, worker.code);
        worker.code = `self.hilloRelease=${JSON.stringify(release)};\n${worker.code}`;
      },
    },
  };
}

function releaseOf(bundle: Bundle, code: string): Release {
  const files = {
    attendee: filesOf(bundle, 'attendee'),
    door: filesOf(bundle, 'door'),
    stage: filesOf(bundle, 'stage'),
  };
  const page = bundle['index.html'];
  const html = page?.type === 'asset' ? String(page.source) : '';
  const version = createHash('sha256')
    .update(JSON.stringify([files, html, code]))
    .digest('hex')
    .slice(0, 12);
  return { version, files };
}

function filesOf(bundle: Bundle, shell: ShellName): readonly string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const holds = (pattern: RegExp) => (chunk: Chunk) => chunk.moduleIds.some((id) => pattern.test(id));
  const { routes, texts } = ROOTS[shell];
  const isRoot = (chunk: Chunk) => [OF_ALL, routes, texts].some((pattern) => holds(pattern)(chunk));
  const isOthers = (chunk: Chunk) => holds(OF_ONE)(chunk) && !isRoot(chunk);
  const wanted = new Set<Chunk>();
  const named = (name: string) => chunks.filter(({ fileName }) => fileName === name);
  const take = (chunk: Chunk) => {
    if (wanted.has(chunk)) return;
    wanted.add(chunk);
    chunk.imports.flatMap(named).forEach(take);
    chunk.dynamicImports.flatMap(named).forEach((later) => isOthers(later) || take(later));
  };
  chunks.filter(isRoot).forEach(take);
  const files = [...wanted].flatMap(({ fileName, viteMetadata }) => [
    fileName,
    ...(viteMetadata?.importedCss ?? []),
    ...(viteMetadata?.importedAssets ?? []),
  ]);
  return [...new Set([...files, ...PLAIN_FILES])].sort().map((name) => `/${name}`);
}
