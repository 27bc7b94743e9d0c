import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { ContactSheetView } from '@hillo/contracts/contacts';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { Encounters } from '../../encounters/index.js';
import { OwnSheet } from './own-sheet.js';

/** Every yes taken back at once, as easily as it was given; later exports of others lack my fields (product rule 4). */
@Injectable()
export class WithdrawContacts {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(OwnSheet) private readonly sheet: OwnSheet,
  ) {}

  run(actor: Actor, operation: Operation, locale: Locale) {
    return this.operations.once<ContactSheetView, 'not-found'>(
      operation,
      async (db) => {
        if (actor.role !== 'attendee') return fail('not-found');
        await this.encounters.withdrawAll(db, actor.registrationId);
        return ok({ id: actor.registrationId });
      },
      () => this.sheet.read(actor, locale),
    );
  }
}
