import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

/** Links of e-mail sign-in: used once, short-lived. */
@Injectable()
export class SignInLinkRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Whose link it is while it can be used. */
  async accountOf(id: string): Promise<string | undefined> {
    const row = await this.database.first(
      z.object({ account_id: z.uuid() }),
      'SELECT account_id FROM sign_in_links WHERE id = $1 AND used_at IS NULL',
      [id],
    );
    return row?.account_id;
  }

  async insert(
    db: Db,
    link: { id: string; accountId: string; tokenHash: string; now: Date; expiresAt: Date },
  ) {
    await db.execute(
      `INSERT INTO sign_in_links (id, account_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [link.id, link.accountId, link.tokenHash, link.now, link.expiresAt],
    );
  }

  /** A link for whoever has the address, unless `most` were made since; one statement, whether there is somebody or not. */
  async insertFor(
    db: Db,
    email: string,
    link: { id: string; tokenHash: string; now: Date; expiresAt: Date },
    { most, since }: { most: number; since: Date },
  ): Promise<void> {
    await db.execute(
      `INSERT INTO sign_in_links (id, account_id, token_hash, created_at, expires_at)
       SELECT $1, accounts.id, $3, $4, $5 FROM accounts
       WHERE email = $2
         AND (SELECT count(*) FROM sign_in_links AS made WHERE made.account_id = accounts.id AND made.created_at > $6) < $7`,
      [link.id, email, link.tokenHash, link.now, link.expiresAt, since, most],
    );
  }

  /** Marks the link used and says whose it was; undefined if it was used, is too old or never was. One winner under race. */
  async use(db: Db, tokenHash: string, now: Date): Promise<string | undefined> {
    const row = await db.first(
      z.object({ account_id: z.uuid() }),
      `UPDATE sign_in_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
       RETURNING account_id`,
      [tokenHash, now],
    );
    return row?.account_id;
  }
}
