import { newId } from '@hillo/server/platform/clock';
import type { Fixtures } from './fixtures.js';

/** One party's side of a meeting, as its columns. */
export type PartyColumns = Readonly<Record<string, unknown>>;

/** Encounters put straight into tables: the ground under tests of contacts. */
export class MeetingsGround {
  constructor(
    private readonly fixtures: Fixtures,
    readonly eveningId: string,
  ) {}

  /** Two who met and both said yes to e-mail and phone, unless said otherwise by column; the encounter's id. */
  async met(a: string, b: string, columns: { a?: PartyColumns; b?: PartyColumns } = {}): Promise<string> {
    const id = newId();
    const [first, second] = [a, b].toSorted();
    const metAt = this.fixtures.application.clock.now();
    await this.fixtures.insert('encounters', {
      id,
      evening_id: this.eveningId,
      first_id: first,
      second_id: second,
      scanned_by_id: a,
      met_at: metAt,
      created_at: metAt,
    });
    for (const [registrationId, own] of [
      [a, columns.a],
      [b, columns.b],
    ] as const)
      await this.fixtures.insert('encounter_parties', {
        encounter_id: id,
        registration_id: registrationId,
        shared_fields: ['email', 'phone'],
        sharing_audience: 'person',
        ...own,
      });
    return id;
  }
}
