import { Inject, Injectable } from '@nestjs/common';
import type { CardView } from '@hillo/contracts/bingo-schemas';
import {
  type Card,
  type CardChange,
  type Freeze,
  type MarkRefusal,
  type Meeting as SidesMet,
  markSquare,
  moveMark,
  type Square,
  takeBackMark,
  type TicketChange,
} from '@hillo/domain/bingo';
import type { EntryRefusal } from '@hillo/domain/encounters';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { type StoredCard, toDomain } from '../../data/card-rows.js';
import { CardRepository } from '../../data/card-repository.js';
import { type Person, MeetingRepository } from '../../data/meeting-repository.js';
import { cardView, changedCard } from './card-view.js';
import { entryTime, type Offline } from '../meeting/entry.js';
import { PulseTicker } from '../../../pulse/index.js';
import { type Meeting, Meetings } from '../meeting/meetings.js';

export interface MarkInput {
  readonly operation: Operation;
  readonly me: string;
  readonly eveningId: string;
  readonly encounterId: string;
  readonly locale: Locale;
}

export type MarkAct =
  | { readonly act: 'put'; readonly square: Square; readonly offline: Offline | undefined }
  | { readonly act: 'move'; readonly square: Square }
  | { readonly act: 'take-back' };

export interface Marked {
  readonly card: CardView;
  readonly completed: readonly number[];
  readonly ticket: TicketChange;
}

interface Decided {
  readonly me: Person;
  readonly other: Person;
  readonly card: StoredCard;
  readonly encounterId: string;
  readonly change: CardChange;
  readonly madeAt: Date;
}

type Refusal = MarkRefusal | EntryRefusal | 'not-found' | 'encounter-removed' | 'no-card';

/** Puts somebody I met in a square, moves the mark or takes it back, under the lock of my card (product rule 2). */
@Injectable()
export class ChangeMark {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Meetings) private readonly meetings: Meetings,
    @Inject(MeetingRepository) private readonly writes: MeetingRepository,
    @Inject(CardRepository) private readonly cards: CardRepository,
    @Inject(PulseTicker) private readonly pulse: PulseTicker,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(input: MarkInput, act: MarkAct): Promise<Outcome<Marked, Refusal | 'idempotency-key-reused'>> {
    const { operation, me, encounterId, locale } = input;
    const outcome = await this.operations.onceLoaded<Meeting | undefined, Marked, Refusal>(
      operation,
      (db) => this.meetings.lock(db, me, { encounterId }),
      async (db, meeting) => {
        const decided: Outcome<Decided, Refusal> = meeting ? this.decide(meeting, act) : fail('not-found');
        if (!decided.ok) return decided;
        await this.store(db, decided.value, act, operation.actor);
        db.change(`registration:${me}`, 'card', { encounterId });
        const { card, change, other } = decided.value;
        const { completed, ticket } = change;
        const after = changedCard(card, change, { encounterId, person: other });
        const answer = { card: cardView(after, decided.value.me.side, locale), completed, ticket };
        return ok({ id: [ticket, ...completed].join(' '), answer });
      },
      (result) => this.again(me, result, locale),
    );
    if (outcome.ok) this.pulse.touch(input.eveningId);
    return outcome;
  }

  private decide({ me, other, pair, card, evening }: Meeting, act: MarkAct): Outcome<Decided, Refusal> {
    if (!other || !pair) return fail('not-found');
    if (!card || card.hidden) return fail('no-card');
    const offline = act.act === 'put' ? act.offline : undefined;
    const madeAt = entryTime({ me, other, evening }, this.clock.now(), offline);
    if (!madeAt.ok) return madeAt;
    const { id, removedBy } = pair.encounter;
    if (act.act !== 'take-back' && removedBy !== null) return fail('encounter-removed');
    const change = changeOf(
      toDomain(card),
      act,
      { encounterId: id, ownSide: me.side, otherSide: other.side },
      card,
    );
    return change.ok
      ? ok({ me, other, card, encounterId: id, change: change.value, madeAt: madeAt.value })
      : change;
  }

  private async store(db: Transaction, decided: Decided, act: MarkAct, by: string): Promise<void> {
    const { me, other, card, encounterId, change, madeAt } = decided;
    const now = this.clock.now();
    const write = { id: card.id, ticket: change.ticket, now };
    if (act.act === 'move') return this.cards.move(db, write, encounterId, act.square);
    if (act.act === 'take-back') return this.cards.takeBack(db, write, encounterId);
    const mark = { cardId: card.id, square: act.square, by, ticket: change.ticket };
    this.writes.save(db, { encounterId, isNew: false, me, other, madeAt, now, mark });
  }

  /** The answer to a repeat: what the change did then, and the card as it stands now. */
  private async again(me: string, result: string, locale: Locale): Promise<Outcome<Marked, Refusal>> {
    const meeting = await this.meetings.read(me, {});
    if (!meeting?.card) return fail('no-card');
    const [ticket, ...completed] = result.split(' ');
    return ok({
      card: cardView(meeting.card, meeting.me.side, locale),
      completed: completed.map(Number),
      ticket: ticket === 'gained' || ticket === 'lost' ? ticket : 'unchanged',
    });
  }
}

function changeOf(
  card: Card,
  act: MarkAct,
  sides: SidesMet,
  freeze: Freeze,
): Outcome<CardChange, MarkRefusal> {
  if (act.act === 'put') return markSquare(card, sides, act.square, freeze);
  if (act.act === 'move') return moveMark(card, sides, act.square, freeze);
  return takeBackMark(card, sides.encounterId, freeze);
}
