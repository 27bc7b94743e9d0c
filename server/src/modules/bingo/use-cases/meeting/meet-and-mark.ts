import { Inject, Injectable } from '@nestjs/common';
import { type CardChange, type MarkRefusal, markSquare, type Square } from '@hillo/domain/bingo';
import {
  type Encounter,
  meet,
  type MeetChange,
  type MeetRefusal,
  timeOfEntry,
} from '@hillo/domain/encounters';
import { type Failure, fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock, newId } from '../../../../platform/clock/index.js';
import type { Transaction } from '../../../../platform/database/index.js';
import { Encounters, type MetPair } from '../../../encounters/index.js';
import { type StoredCard, toDomain } from '../../data/card-rows.js';
import { MeetingRepository, type Person, type Whom } from '../../data/meeting-repository.js';
import { changedCard } from '../card/card-view.js';
import { guestOf, type Offline, runningTime } from './entry.js';
import type { Meeting } from './meetings.js';

export type ScanRefusal =
  | Exclude<MeetRefusal, 'not-checked-in'>
  | 'badge-unknown'
  | 'spoken-code-unknown'
  | 'you-not-checked-in'
  | 'no-card'
  | 'not-found';

export interface MeetInput {
  readonly whom: Whom;
  readonly square: Square | undefined;
  readonly offline: Offline | undefined;
  /** Actor key of who enters the mark. */
  readonly by: string;
}

export interface Met {
  readonly me: Person;
  readonly other: Person;
  readonly pair: MetPair;
  readonly known: boolean;
  /** As it stands after the mark. */
  readonly card: StoredCard;
  readonly markRefusal: MarkRefusal | null;
}

/** Decided, not yet stored. */
interface Decided {
  readonly me: Person;
  readonly other: Person;
  readonly card: StoredCard;
  readonly encounter: Encounter;
  readonly scannedById: string;
  readonly enteredBy: MetPair['enteredBy'];
  readonly change: MeetChange;
  readonly madeAt: Date;
}

/** The scan (product rules 2 and 3): the encounter for both, and perhaps a mark on the own card, in one read and one write. */
@Injectable()
export class MeetAndMark {
  constructor(
    @Inject(MeetingRepository) private readonly writes: MeetingRepository,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param meeting read under the lock of my card */
  async run(
    db: Transaction,
    meeting: Meeting | undefined,
    input: MeetInput,
  ): Promise<Outcome<Met, ScanRefusal>> {
    if (!meeting) return fail('not-found');
    const decided = await this.decide(db, meeting, input);
    return decided.ok ? ok(this.store(db, decided.value, input)) : decided;
  }

  private async decide(
    db: Transaction,
    meeting: Meeting,
    { whom, offline }: MeetInput,
  ): Promise<Outcome<Decided, ScanRefusal>> {
    const { me, other, card, pair } = meeting;
    // A spoken code is valid among the checked-in only (product rule 13).
    if (!other || (whom.code !== undefined && !other.isIn))
      return fail(whom.code === undefined ? 'badge-unknown' : 'spoken-code-unknown');
    const scan = {
      id: newId(),
      scanner: guestOf(me),
      scanned: guestOf(other),
      entry: { arrivedAt: this.clock.now(), offline },
      evening: runningTime(meeting),
    };
    const met = meet({ ...scan, existing: pair?.encounter ?? null });
    if (!met.ok) return refused(met);
    const madeAt = timeOfEntry(scan.entry, scan.evening);
    if (!madeAt.ok) return madeAt;
    if (!card || card.hidden) return fail('no-card');
    const { encounter, change } = met.value;
    if (change === 'made-again') {
      const again = await this.encounters.meetAgain(db, encounter.id, scan);
      if (!again.ok) return refused(again);
    }
    const scannedById = change === 'known' && pair ? pair.scannedById : me.id;
    const enteredBy = change === 'known' && pair ? pair.enteredBy : {};
    return ok({ me, other, card, encounter, change, scannedById, enteredBy, madeAt: madeAt.value });
  }

  private store(db: Transaction, decided: Decided, { square, by }: MeetInput): Met {
    const { me, other, card, encounter, change, scannedById, madeAt } = decided;
    const sides = { encounterId: encounter.id, ownSide: me.side, otherSide: other.side };
    const outcome =
      square === undefined ? undefined : markSquare(toDomain(card), sides, square, { frozen: card.frozen });
    const marked = outcome?.ok ? outcome.value : undefined;
    const isNew = change === 'made';
    if (isNew || marked) {
      const mark =
        marked && square !== undefined ? { cardId: card.id, square, by, ticket: marked.ticket } : null;
      const now = this.clock.now();
      this.writes.save(db, { encounterId: encounter.id, isNew, me, other, madeAt, now, mark });
    }
    this.tell(db, decided, marked);
    return {
      me,
      other,
      pair: { encounter, eveningId: me.eveningId, scannedById, enteredBy: decided.enteredBy },
      known: change === 'known',
      card: marked ? changedCard(card, marked, { encounterId: encounter.id, person: other }) : card,
      markRefusal: outcome && !outcome.ok ? outcome.code : null,
    };
  }

  private tell(db: Transaction, { me, other, encounter, change }: Decided, marked: CardChange | undefined) {
    const payload = { encounterId: encounter.id };
    if (change !== 'known') {
      db.change(`registration:${me.id}`, 'encounter', payload);
      db.change(`registration:${other.id}`, 'offer', payload);
    }
    if (marked) db.change(`registration:${me.id}`, 'card', payload);
  }
}

function refused({ code }: Failure<MeetRefusal>): Failure<ScanRefusal> {
  return code === 'not-checked-in' ? fail('you-not-checked-in') : fail(code);
}
