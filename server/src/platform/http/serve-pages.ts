import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { isLocale, languageTag } from '@hillo/domain/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from './locale.js';
import type { Pages } from './pages.js';
import { ProblemError } from './problem-error.js';
import type { ProblemFilter } from './problem.filter.js';

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/') || path.startsWith('/socket.io');
}

/** A path whose second part is a link's token: `/p/…`, `/b/…`, `/c/…`, `/s/…`. */
const TOKEN_PATH = /^\/[a-z]\/[A-Z2-7]{20,}/i;

/**
 * Serves the built client: hashed assets for a year, and for every other path the application's page with what the server
 * writes into it. Unknown `/api` paths answer as problems.
 */
export async function servePages(
  fastify: FastifyInstance,
  clientDir: string,
  pages: Pages,
  problems: ProblemFilter,
): Promise<void> {
  const template = await readFile(join(clientDir, 'index.html'), 'utf8');
  await fastify.register(fastifyStatic, {
    root: clientDir,
    index: false,
    wildcard: false,
    cacheControl: false,
    // The build packs each file beside itself (client/vite.config.ts).
    preCompressed: true,
    setHeaders: (response, path) => {
      const hashed = path.includes(join(clientDir, 'assets'));
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (isApi(path)) return problems.send(request, reply, new ProblemError('not-found'));
    // A link may name the language (`?lang=sv`): readers without JavaScript choose by it.
    const asked = new URLSearchParams(request.url.split('?')[1]).get('lang') ?? '';
    const locale = isLocale(asked) ? asked : localeOf(request);
    const page = await pages.render(path, locale);
    const secret = page?.secret ?? TOKEN_PATH.test(path);
    const html = template
      .replace('<html lang="fi">', `<html lang="${languageTag(locale)}">`)
      .replace('<!--head-->', () => page?.head ?? '')
      .replace('<!--body-->', () => page?.body ?? '')
      .replace(/<title>[^<]*<\/title>/, (title) => (page ? `<title>${page.title}</title>` : title));
    if (secret) void reply.header('x-robots-tag', 'noindex, nofollow');
    return reply
      .status(page?.status ?? 200)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', secret ? 'no-store' : 'no-cache')
      .send(html);
  };
  fastify.get('/*', answer);
}
