import { startApplication, type Application } from './application.js';
import { type Config, ConfigError, readConfig } from './config/index.js';
import type { Link } from './demonstration/links.js';
import { isUnavailable } from './platform/database/index.js';

function property(error: unknown, name: 'code' | 'port'): unknown {
  return typeof error === 'object' && error !== null && name in error
    ? (error as Record<string, unknown>)[name]
    : undefined;
}

/** One sentence a person can act on. */
function sentence(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (property(error, 'code') === 'EADDRINUSE')
    return `Port ${String(property(error, 'port'))} is taken by another program: stop it or set PORT to another number.`;
  if (property(error, 'code') === 'EACCES')
    return 'The server may not listen on this port: choose one above 1023.';
  if (isUnavailable(error)) return 'The database at DATABASE_URL does not answer.';
  if (String(property(error, 'code')).startsWith('28'))
    return 'The database at DATABASE_URL refuses this user or password.';
  if (property(error, 'code') === '3D000') return 'The database named in DATABASE_URL does not exist.';
  return `The server could not start: ${error instanceof Error ? error.message : String(error)}`;
}

/** Tells the program that started this one (npm start), or the terminal. */
function report(
  message: { kind: 'ready'; url: string; links: Link[] } | { kind: 'failed'; message: string },
): void {
  if (process.send) process.send(message);
  else if (message.kind === 'ready') process.stdout.write(`Hillo answers at ${message.url}\n`);
  else process.stderr.write(`${message.message}\n`);
}

/** Its folder is read only when it may be loaded: production never does. */
async function demonstration({ nest }: Application, config: Config): Promise<Link[]> {
  if (config.NODE_ENV === 'production' || config.DEMO !== 'auto') return [];
  const { openDemonstration } = await import('./demonstration/index.js');
  return openDemonstration(nest, config);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const application = await startApplication(config);
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    void application.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  report({ kind: 'ready', url: config.PUBLIC_URL, links: await demonstration(application, config) });
}

main().catch((error: unknown) => {
  report({ kind: 'failed', message: sentence(error) });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
});
