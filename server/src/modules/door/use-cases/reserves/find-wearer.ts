import { Inject, Injectable } from '@nestjs/common';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import type { Transaction } from '../../../../platform/database/index.js';
import { type Attendee, Registrations } from '../../../registration/index.js';
import { ReserveRepository } from '../../data/reserve-repository.js';
import { type BadgeNamed, reserveKey } from './reserve-key.js';

/** By what the door knows who stands there. */
export type WhoNamed = BadgeNamed | { readonly by: 'registration'; readonly id: string };

type Unfound =
  | 'not-found'
  | 'badge-unknown'
  | 'badge-unbound'
  | 'spoken-code-unknown'
  | 'spoken-code-malformed'
  | 'spoken-code-slip';

/** Whose badge or code it is. One that was printed ahead and is nobody's yet is told apart from an unknown one. */
@Injectable()
export class FindWearer {
  constructor(
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(ReserveRepository) private readonly reserves: ReserveRepository,
  ) {}

  async find(db: Transaction, eveningId: string, who: WhoNamed): Promise<Outcome<Attendee, Unfound>> {
    if (who.by === 'registration') {
      const person = await this.registrations.byId(eveningId, who.id, db);
      return person ? ok(person) : fail('not-found');
    }
    const key = reserveKey(who);
    if (!key.ok) return key;
    const worn =
      'spokenCode' in key.value
        ? await this.registrations.byCode(eveningId, key.value.spokenCode, db)
        : await this.registrations.byBadge(eveningId, who.by === 'badge' ? who.token : '', db);
    if (worn) return ok(worn);
    const ahead = await this.reserves.byKey(db, eveningId, key.value);
    if (ahead && !ahead.isBound) return fail('badge-unbound');
    return fail(who.by === 'badge' ? 'badge-unknown' : 'spoken-code-unknown');
  }
}
