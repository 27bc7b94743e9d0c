import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/index.js';
import type { Ports } from './platform/clock/index.js';
import { Drain } from './platform/http/drain.js';
import { Pages } from './platform/http/index.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { ServedRoutes } from './platform/http/served-routes.js';
import { servePages } from './platform/http/serve-pages.js';
import { Jobs } from './platform/jobs/index.js';
import { Log } from './platform/log/index.js';
import { KeptMails } from './platform/mail/kept-mails.js';
import { serveKeptMails } from './platform/mail/serve-kept-mails.js';
import { Gateway } from './platform/realtime/index.js';
import { Texts } from './platform/texts/index.js';

const BODY_LIMIT = 64 * 1024;
const BUILT_CLIENT = fileURLToPath(new URL('../../client/dist', import.meta.url));

export interface Application {
  readonly nest: NestFastifyApplication;
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ApplicationOptions {
  /** False in tests that run jobs by hand. */
  readonly runJobs?: boolean;
  /** Time and chance, set by tests. */
  readonly ports?: Ports;
}

async function tls(config: Config) {
  if (!config.TLS_CERT_FILE || !config.TLS_KEY_FILE) return {};
  const [cert, key] = await Promise.all([readFile(config.TLS_CERT_FILE), readFile(config.TLS_KEY_FILE)]);
  return { https: { cert, key } };
}

/** Builds and starts everything: database, routes, pages, sockets, jobs. */
export async function startApplication(
  config: Config,
  options: ApplicationOptions = {},
): Promise<Application> {
  const proxies = config.TRUST_PROXY.split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: proxies.length > 0 ? proxies : false,
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false, maxParamLength: 200 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    ...(await tls(config)),
  });
  const nest = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(config, options.ports ?? {}),
    adapter,
    {
      logger: new Log(config),
      abortOnError: false,
      // Fastify's own JSON parser is enough; Nest would add one for forms, which no route takes.
      bodyParser: false,
      forceCloseConnections: true,
    },
  );
  const drain = new Drain(nest.getHttpServer());
  try {
    const fastify = nest.getHttpAdapter().getInstance();
    fastify.removeContentTypeParser('text/plain');
    await securityHeaders(fastify, config.PUBLIC_URL.startsWith('https:'));
    // Only to set cookies: the one we read is found without its hook.
    await fastify.register(fastifyCookie, { hook: false });
    serveKeptMails(fastify, config, nest.get(KeptMails), nest.get(Texts));
    const clientDir = config.CLIENT_DIR ?? BUILT_CLIENT;
    if (existsSync(clientDir)) await servePages(fastify, clientDir, nest.get(Pages), nest.get(ProblemFilter));
    nest.get(ServedRoutes).serve(fastify);
    await nest.init();
    await nest.get(Gateway).attach(nest.getHttpServer());
    if (options.runJobs ?? true) await nest.get(Jobs).start();
    await nest.listen(config.PORT, config.HOST);
  } catch (error) {
    await nest.close().catch(() => undefined);
    throw error;
  }
  return { nest, url: await listeningUrl(nest), close: () => close(nest, drain) };
}

async function listeningUrl(nest: NestFastifyApplication): Promise<string> {
  const url = await nest.getUrl();
  return url.replace('[::1]', '127.0.0.1');
}

/** Sockets and requests first, so that the HTTP server can close; then running jobs; then the pool. */
async function close(nest: NestFastifyApplication, drain: Drain): Promise<void> {
  await drain.finish(nest.get(Gateway).close());
  await nest.get(Jobs).stop();
  await nest.close();
}
