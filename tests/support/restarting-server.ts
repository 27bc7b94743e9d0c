import { type BuiltServer, startBuiltServer } from './built-server.js';
import { type Hillo, standOn } from './e2e.js';

/** The built server at one address, which it keeps over crashes and releases. */
export class RestartingServer {
  private running: BuiltServer | undefined;

  private constructor(
    readonly url: string,
    readonly hillo: Hillo,
    private readonly database: string,
    first: BuiltServer,
  ) {
    this.running = first;
  }

  /** `clientDir` is the built client of another release. */
  static async start(clientDir?: string): Promise<RestartingServer> {
    const database = process.env['HILLO_E2E_DATABASE'] ?? '';
    const first = await startBuiltServer(database, of(clientDir));
    return new RestartingServer(first.url, standOn(first.url, database), database, first);
  }

  /** As a crash or a cut cable. */
  async kill(): Promise<void> {
    await this.running?.kill();
    this.running = undefined;
  }

  async restart(clientDir?: string): Promise<void> {
    await this.kill();
    const same = { PORT: new URL(this.url).port, PUBLIC_URL: this.url };
    this.running = await startBuiltServer(this.database, { ...same, ...of(clientDir) });
  }

  async stop(): Promise<void> {
    await this.hillo.pool.end();
    await this.running?.stop();
  }
}

function of(clientDir: string | undefined): Record<string, string> {
  return clientDir === undefined ? {} : { CLIENT_DIR: clientDir };
}
