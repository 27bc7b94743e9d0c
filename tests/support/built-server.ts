import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { TEST_KEYS } from './keys.js';

const SERVER = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

interface Report {
  readonly kind: 'ready' | 'failed';
  readonly message?: string;
  readonly links?: readonly { readonly label: string; readonly url: string }[];
}

export interface BuiltServer {
  readonly url: string;
  /** What `npm start` prints to click on. */
  readonly links: NonNullable<Report['links']>;
  /** Everything it has written so far, to both streams. */
  output(): string;
  stop(): Promise<void>;
  /** As a crash or a cut cable: nothing is ended in order. */
  kill(): Promise<void>;
}

function started(server: ChildProcess, output: () => string): Promise<Report> {
  return new Promise((resolve, reject) => {
    server.once('message', (message: Report) =>
      message.kind === 'ready' ? resolve(message) : reject(new Error(message.message)),
    );
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${output()}`)));
  });
}

async function end(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

/** Starts `server/dist` as a program of its own, as `npm start` does; `host` is the name that its links carry. */
export async function startBuiltServer(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
  host = 'localhost',
): Promise<BuiltServer> {
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const server = fork(SERVER, {
    silent: true,
    // The test runner's own flags (its export conditions) are not the program's.
    execArgv: [],
    env: {
      ...process.env,
      ...TEST_KEYS,
      NODE_ENV: 'test',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      ...environment,
    },
  });
  const written: string[] = [];
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const { links = [] } = await started(server, () => written.join(''));
  return {
    url,
    links,
    output: () => written.join(''),
    stop: () => end(server, 'SIGTERM'),
    kill: () => end(server, 'SIGKILL'),
  };
}
