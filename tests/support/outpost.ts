import { DerivedTokens } from '@hillo/server/platform/tokens';
import pg from 'pg';
import { inject } from 'vitest';
import { type BuiltServer, startBuiltServer } from './built-server.js';
import { cloneTemplate } from './database.js';
import { Fixtures } from './fixtures.js';
import { TEST_KEYS } from './keys.js';
import { TcpProxy } from './tcp-proxy.js';

type Environment = Readonly<Record<string, string>>;

const HOUR = 3_600_000;

/** The built server as a program, reached by way of a proxy, so that its address stays when it is started anew. */
export class Outpost {
  readonly tokens = new DerivedTokens(TEST_KEYS.LINK_KEY);
  readonly fixtures: Fixtures;

  private constructor(
    private readonly databaseUrl: string,
    /** Straight to the database, whatever becomes of the server's own connections. */
    readonly pool: pg.Pool,
    readonly proxy: TcpProxy,
    public server: BuiltServer,
  ) {
    this.fixtures = new Fixtures({
      url: this.url,
      tokens: this.tokens,
      clock: { now: () => new Date() },
      db: { execute: async (sql, values = []) => (await pool.query(sql, [...values])).rowCount ?? 0 },
    });
  }

  /** On a database of its own, or on one that is reached another way than the server reaches it. */
  static async open(
    environment: Environment = {},
    database?: { readonly direct: string; readonly ofServer: string },
  ): Promise<Outpost> {
    const direct = database?.direct ?? (await cloneTemplate(inject('postgresUrl')));
    const pool = new pg.Pool({ connectionString: direct, max: 4 });
    // A test that ends the database hears of it by its own statements.
    pool.on('error', () => undefined);
    const databaseUrl = database?.ofServer ?? direct;
    const server = await startBuiltServer(databaseUrl, environment);
    return new Outpost(databaseUrl, pool, await TcpProxy.before(server.url), server);
  }

  get url(): string {
    return this.proxy.through('http://localhost');
  }

  /** Starts the server again, behind the same address; the one before must have ended. */
  async startAgain(environment: Environment = {}): Promise<void> {
    this.server = await startBuiltServer(this.databaseUrl, environment);
    this.proxy.turnTo(this.server.url);
  }

  /** As by a cut cable, and started again. */
  async killAndStartAgain(environment: Environment = {}): Promise<void> {
    await this.server.kill();
    await this.startAgain(environment);
  }

  /** An evening that is on, with a phone at its door. */
  async evening() {
    const organisation = await this.fixtures.organisation();
    const id = await this.fixtures.evening(organisation, {
      state: 'running',
      starts_at: new Date(Date.now() - HOUR),
      ends_at: new Date(Date.now() + 3 * HOUR),
    });
    const { browser: door } = await this.fixtures.device(id, 'door');
    return { id, organisation, door };
  }

  async count(sql: string, ...values: unknown[]): Promise<number> {
    return (await this.pool.query(sql, values)).rowCount ?? 0;
  }

  async close(): Promise<void> {
    await this.server.stop();
    await this.proxy.close();
    await this.pool.end();
  }
}
