import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { SuggestionsView } from '@hillo/contracts/suggestions';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { SuggestionRepository } from '../../data/suggestion-repository.js';
import { EveningSuggestions } from './evening-suggestions.js';
import { OwnSuggestions } from './own-suggestions.js';

/** Off and on by one tap, and "not now" for one person. Only the own pages are told. */
@Injectable()
export class ChooseSuggestions {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(SuggestionRepository) private readonly choices: SuggestionRepository,
    @Inject(EveningSuggestions) private readonly suggestions: EveningSuggestions,
    @Inject(OwnSuggestions) private readonly own: OwnSuggestions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  want(actor: Actor, wanted: boolean, operation: Operation) {
    return this.once(actor, operation, async (db, me) => {
      if (wanted) await this.choices.resume(db, me);
      else await this.choices.stop(db, me, this.clock.now());
      return true;
    });
  }

  dismiss(actor: Actor, dismissedId: string, operation: Operation) {
    return this.once(actor, operation, (db, registrationId, eveningId) =>
      this.choices.dismiss(db, { eveningId, registrationId, dismissedId }, this.clock.now()),
    );
  }

  restoreAll(actor: Actor, operation: Operation) {
    return this.once(actor, operation, async (db, me) => {
      await this.choices.restoreAll(db, me);
      return true;
    });
  }

  /** `change` says whether there was what it changes. */
  private once(
    actor: Actor,
    operation: Operation,
    change: (db: Transaction, me: string, eveningId: string) => Promise<boolean>,
  ) {
    return this.operations.once<SuggestionsView, 'not-found'>(
      operation,
      async (db): Promise<Outcome<{ id: string }, 'not-found'>> => {
        if (actor.role !== 'attendee') return fail('not-found');
        const { registrationId, eveningId } = actor;
        if (!(await change(db, registrationId, eveningId))) return fail('not-found');
        db.change(`registration:${registrationId}`, 'suggestions');
        return ok({ id: registrationId });
      },
      () => {
        // Committed: what was worked out before knows of the old choice.
        if (actor.role === 'attendee') this.suggestions.forget(actor.eveningId);
        return this.own.read(actor);
      },
    );
  }
}
