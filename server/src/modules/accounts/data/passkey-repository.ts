import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const passkeyRow = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  credentialId: z.string(),
  publicKey: z.instanceof(Buffer),
  counter: z.coerce.number(),
  transports: z.array(z.string()),
  label: z.string(),
  createdAt: z.date(),
  usedAt: z.date().nullable(),
});
export type Passkey = z.infer<typeof passkeyRow>;

const SELECT = `SELECT id, account_id AS "accountId", credential_id AS "credentialId", public_key AS "publicKey", counter,
    transports, label, created_at AS "createdAt", used_at AS "usedAt" FROM passkeys`;

/** Passkeys and the challenges that browsers sign with them. */
@Injectable()
export class PasskeyRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(accountId: string): Promise<readonly Passkey[]> {
    return this.database.rows(passkeyRow, `${SELECT} WHERE account_id = $1 ORDER BY created_at`, [accountId]);
  }

  async byCredential(credentialId: string): Promise<Passkey | undefined> {
    return this.database.first(passkeyRow, `${SELECT} WHERE credential_id = $1`, [credentialId]);
  }

  async insert(db: Db, passkey: Omit<Passkey, 'usedAt'>): Promise<void> {
    await db.execute(
      `INSERT INTO passkeys (id, account_id, credential_id, public_key, counter, transports, label, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        passkey.id,
        passkey.accountId,
        passkey.credentialId,
        passkey.publicKey,
        passkey.counter,
        passkey.transports,
        passkey.label,
        passkey.createdAt,
      ],
    );
  }

  async use(id: string, counter: number, usedAt: Date): Promise<void> {
    await this.database.execute('UPDATE passkeys SET counter = $2, used_at = $3 WHERE id = $1', [
      id,
      counter,
      usedAt,
    ]);
  }

  async remove(db: Db, accountId: string, id: string): Promise<boolean> {
    return (await db.execute('DELETE FROM passkeys WHERE id = $1 AND account_id = $2', [id, accountId])) > 0;
  }

  /** Also forgets the ones that are too old. */
  async keepChallenge(challenge: {
    id: string;
    challenge: string;
    accountId: string | null;
    now: Date;
    expiresAt: Date;
  }): Promise<void> {
    await this.database.execute('DELETE FROM passkey_challenges WHERE expires_at < $1', [challenge.now]);
    await this.database.execute(
      'INSERT INTO passkey_challenges (id, challenge, account_id, expires_at) VALUES ($1, $2, $3, $4)',
      [challenge.id, challenge.challenge, challenge.accountId, challenge.expiresAt],
    );
  }

  /** The challenge, gone with this: nobody answers it twice. */
  async takeChallenge(id: string, accountId: string | null, now: Date): Promise<string | undefined> {
    const row = await this.database.first(
      z.object({ challenge: z.string() }),
      `DELETE FROM passkey_challenges WHERE id = $1 AND account_id IS NOT DISTINCT FROM $2 AND expires_at > $3
       RETURNING challenge`,
      [id, accountId, now],
    );
    return row?.challenge;
  }
}
