import { Injectable } from '@nestjs/common';
import { CONSENT_CHANNELS, type ConsentChannel, type ConsentKind } from '@hillo/domain/registration';
import { z } from 'zod';
import { newId } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';

export interface ConsentDecision {
  readonly kind: ConsentKind;
  readonly given: boolean;
}

/** What was read, where and when. */
export interface ConsentMoment {
  readonly textVersion: string;
  readonly channel: ConsentChannel;
  readonly decidedAt: Date;
}

/** Every yes and every no that took one back, with the version of the text, the time and how it was given. Nothing is overwritten. */
@Injectable()
export class ConsentRepository {
  /** How the latest answer of this kind was given; undefined when there is none. */
  async lastChannel(
    db: Transaction,
    registrationId: string,
    kind: ConsentKind,
  ): Promise<ConsentChannel | undefined> {
    const row = await db.first(
      z.object({ channel: z.enum(CONSENT_CHANNELS) }),
      `SELECT channel FROM consents WHERE registration_id = $1 AND kind = $2 ORDER BY decided_at DESC, id DESC LIMIT 1`,
      [registrationId, kind],
    );
    return row?.channel;
  }

  async record(
    db: Transaction,
    registrationId: string,
    decisions: readonly ConsentDecision[],
    { textVersion, channel, decidedAt }: ConsentMoment,
  ): Promise<void> {
    if (decisions.length === 0) return;
    await db.execute(
      `INSERT INTO consents (id, registration_id, kind, given, text_version, channel, decided_at)
       SELECT id, $2, kind, given, $5, $6, $7 FROM unnest($1::uuid[], $3::text[], $4::boolean[]) AS d (id, kind, given)`,
      [
        decisions.map(() => newId()),
        registrationId,
        decisions.map(({ kind }) => kind),
        decisions.map(({ given }) => given),
        textVersion,
        channel,
        decidedAt,
      ],
    );
  }
}
