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
  readonly pid: number;
  /** What `npm start` prints to click on. */
  readonly links: NonNullable<Report['links']>;
  /** Everything it has written so far, to both streams. */
  output(): string;
  /** Asks it to end, as a process manager does; its exit code. */
  stop(): Promise<number | null>;
  /** Resolves when it has ended, by whatever. */
  readonly ended: Promise<number | null>;
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
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    server.kill(signal);
    return ended;
  };
  const written: string[] = [];
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const { links = [] } = await started(server, () => written.join(''));
  return {
    url,
    pid: server.pid ?? 0,
    links,
    output: () => written.join(''),
    ended,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}
