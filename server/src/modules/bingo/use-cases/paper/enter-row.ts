import { Inject, Injectable } from '@nestjs/common';
import type { PaperCard } from '@hillo/contracts/bingo-schemas';
import { isSquare, type MarkRefusal, type Square } from '@hillo/domain/bingo';
import { parseSpokenCode } from '@hillo/domain/door';
import type { PaperNote } from '@hillo/domain/encounters';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { Encounters, metPerson } from '../../../encounters/index.js';
import { PulseTicker } from '../../../pulse/index.js';
import type { Offline } from '../meeting/entry.js';
import { MeetAndMark, type Met, type ScanRefusal } from '../meeting/meet-and-mark.js';
import { type Meeting, Meetings } from '../meeting/meetings.js';
import { type OwnerNamed, type OwnerRefusal, PaperOwner } from './paper-owner.js';
import { ReadPaperCard } from './read-paper-card.js';

export interface PaperRow extends PaperNote {
  readonly other: string;
  readonly square: Square | null;
}

export interface EnteredRow {
  readonly other: ReturnType<typeof metPerson>;
  readonly square: Square | null;
  readonly already: boolean;
  readonly card: PaperCard;
}

type Refusal = OwnerRefusal | ScanRefusal | MarkRefusal | 'encounter-removed' | 'note-full';

/**
 * One line of a paper card, under the rules of a scan (issue 3, section 2): the meeting for both, its square perhaps, the
 * owner's own note. All of it or nothing, so that whoever types sees one answer beside the line.
 */
@Injectable()
export class EnterRow {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(PaperOwner) private readonly owners: PaperOwner,
    @Inject(Meetings) private readonly meetings: Meetings,
    @Inject(MeetAndMark) private readonly meetAndMark: MeetAndMark,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(ReadPaperCard) private readonly card: ReadPaperCard,
    @Inject(PulseTicker) private readonly pulse: PulseTicker,
  ) {}

  async run(operation: Operation, named: OwnerNamed, row: PaperRow, locale: Locale) {
    const outcome = await this.operations.once<EnteredRow, Refusal>(
      operation,
      (db) => this.perform(db, operation.actor, named, row),
      (result) => this.answer(named.eveningId, result, locale),
    );
    if (outcome.ok) this.pulse.touch(named.eveningId);
    return outcome;
  }

  private async perform(
    db: Transaction,
    by: string,
    named: OwnerNamed,
    { other, square, ...paper }: PaperRow,
  ): Promise<Outcome<{ id: string }, Refusal>> {
    const code = parseSpokenCode(other);
    if (!code.ok) return code;
    const owner = await this.owners.find(named, db);
    if (!owner.ok) return owner;
    const whom = { code: code.value };
    const meeting = await this.meetings.lock(db, owner.value.id, whom);
    const input = { whom, square: square ?? undefined, offline: writtenBeforeClose(meeting), by };
    const met = await this.meetAndMark.run(db, meeting, input);
    if (!met.ok) return met;
    const { me, pair, markRefusal, known } = met.value;
    const stoodThere = square !== null && isThere(met.value, square);
    if (markRefusal && !stoodThere) return fail(markRefusal);
    const noted = await this.encounters.noteFromPaper(db, pair.encounter.id, me.id, paper, by);
    // A meeting that the other took away is refused by `meet`; what is left is that the words find no room.
    if (!noted.ok) return fail(noted.code === 'encounter-removed' ? noted.code : 'note-full');
    const already = known && (square === null || stoodThere);
    return ok({ id: [me.id, met.value.other.id, square ?? '', already ? 'already' : ''].join(' ') });
  }

  private async answer(
    eveningId: string,
    result: string,
    locale: Locale,
  ): Promise<Outcome<EnteredRow, 'not-found' | 'no-card'>> {
    const [ownerId = '', otherId = '', square = '', already] = result.split(' ');
    const owner = await this.owners.byId(eveningId, ownerId);
    const other = await this.owners.byId(eveningId, otherId);
    if (!owner || !other) return fail('not-found');
    const card = await this.card.of(owner, locale);
    if (!card.ok) return card;
    const place = square === '' ? null : Number(square);
    return ok({
      other: metPerson(other),
      square: place !== null && isSquare(place) ? place : null,
      already: already === 'already',
      card: card.value,
    });
  }
}

/** Typed in twice, by two people perhaps: the line's square holds this person already. */
function isThere({ markRefusal, card, pair }: Met, square: Square): boolean {
  return (
    markRefusal === 'already-on-card' &&
    card.marks.some((mark) => mark.square === square && mark.encounterId === pair.encounter.id)
  );
}

/** What stands on paper was written before the close; typed in later it counts as an entry made offline (product rule 5). */
function writtenBeforeClose(meeting: Meeting | undefined): Offline | undefined {
  const closedAt = meeting?.evening.endedAt;
  return closedAt ? { phoneTime: new Date(closedAt.getTime() - 1), offsetMs: 0 } : undefined;
}
