import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.js';

const imageRow = z.object({ png: z.instanceof(Buffer) });

/** Pictures for `og:image`. */
@Injectable()
export class ShareImageRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(eveningId: string): Promise<Buffer | undefined> {
    const row = await this.database.first(imageRow, 'SELECT png FROM share_images WHERE evening_id = $1', [
      eveningId,
    ]);
    return row?.png;
  }

  async save(eveningId: string, png: Buffer, madeAt: Date): Promise<void> {
    await this.database.execute(
      `INSERT INTO share_images (evening_id, png, made_at) VALUES ($1, $2, $3)
       ON CONFLICT (evening_id) DO UPDATE SET png = excluded.png, made_at = excluded.made_at`,
      [eveningId, png, madeAt],
    );
  }
}
