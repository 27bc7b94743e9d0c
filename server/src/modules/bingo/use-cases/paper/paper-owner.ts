import { Inject, Injectable } from '@nestjs/common';
import { parseSpokenCode } from '@hillo/domain/door';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import type { Db } from '../../../../platform/database/index.js';
import { type Attendee, Registrations } from '../../../registration/index.js';

/** Whose card it is: by the code on it, or the person whom this support person accompanies. */
export type OwnerNamed =
  | { readonly eveningId: string; readonly code: string }
  | { readonly eveningId: string; readonly supportPerson: string };

export type OwnerRefusal =
  'spoken-code-malformed' | 'spoken-code-slip' | 'spoken-code-unknown' | 'not-a-support-person' | 'no-card';

@Injectable()
export class PaperOwner {
  constructor(@Inject(Registrations) private readonly registrations: Registrations) {}

  async find(named: OwnerNamed, db?: Db): Promise<Outcome<Attendee, OwnerRefusal>> {
    return 'code' in named ? this.byCode(named, db) : this.accompanied(named, db);
  }

  /** Read after what was done. */
  byId(eveningId: string, id: string): Promise<Attendee | undefined> {
    return this.registrations.byId(eveningId, id);
  }

  /** A code is valid among the checked-in only (product rule 13). */
  private async byCode({ eveningId, code }: { eveningId: string; code: string }, db?: Db) {
    const parsed = parseSpokenCode(code);
    if (!parsed.ok) return parsed;
    const owner = await this.registrations.byCode(eveningId, parsed.value, db);
    return owner && owner.checkedInAt !== null ? ok(owner) : fail('spoken-code-unknown');
  }

  private async accompanied(
    { eveningId, supportPerson }: { eveningId: string; supportPerson: string },
    db?: Db,
  ): Promise<Outcome<Attendee, 'not-a-support-person' | 'no-card'>> {
    const own = await this.registrations.byId(eveningId, supportPerson, db);
    if (own?.kind !== 'support' || own.accompaniesId === null || own.state !== 'confirmed')
      return fail('not-a-support-person');
    const owner = await this.registrations.byId(eveningId, own.accompaniesId, db);
    return owner && owner.checkedInAt !== null ? ok(owner) : fail('no-card');
  }
}
