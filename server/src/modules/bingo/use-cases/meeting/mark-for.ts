import { Inject, Injectable } from '@nestjs/common';
import {
  completedRows,
  fittingSquares,
  type MarkRefusal,
  type Square,
  squaresToMoveTo,
} from '@hillo/domain/bingo';
import { parseSpokenCode } from '@hillo/domain/door';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { metPerson } from '../../../encounters/index.js';
import { Registrations } from '../../../registration/index.js';
import { toDomain } from '../../data/card-rows.js';
import { cardView } from '../card/card-view.js';
import { MeetAndMark, type Met, type ScanRefusal } from './meet-and-mark.js';
import { PulseTicker } from '../../../pulse/index.js';
import { type Meeting, Meetings } from './meetings.js';

export interface Pairing {
  readonly eveningId: string;
  /** Spoken codes as typed: whose card it is, and whom they met. */
  readonly owner: string;
  readonly other: string;
}

type CodeRefusal = 'spoken-code-malformed' | 'spoken-code-slip' | 'spoken-code-unknown';
type Refusal = ScanRefusal | CodeRefusal | MarkRefusal;

/** A host enters a mark for somebody with a paper card or no phone, under the same rules (issue, section 6). */
@Injectable()
export class MarkFor {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(MeetAndMark) private readonly meetAndMark: MeetAndMark,
    @Inject(Meetings) private readonly meetings: Meetings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(PulseTicker) private readonly pulse: PulseTicker,
  ) {}

  /** Which squares of the owner's card take the other; never who is on the others. */
  async squares(pairing: Pairing, locale: Locale) {
    const found = await this.meeting(pairing);
    if (!found.ok) return found;
    const { me, other, card, pair } = found.value;
    if (!other) return fail('spoken-code-unknown');
    if (!card || card.hidden) return fail('no-card');
    const sides = { encounterId: pair?.encounter.id ?? '', ownSide: me.side, otherSide: other.side };
    const board = toDomain(card);
    const judged = pair ? fittingSquares(board, sides) : squaresToMoveTo(board, sides);
    const { prompts } = cardView(card, me.side, locale);
    return ok({
      owner: metPerson(me),
      other: metPerson(other),
      squares: judged.map(({ square, verdict }) => ({ square, verdict, prompt: prompts[square] })),
    });
  }

  async run(operation: Operation, pairing: Pairing, square: Square) {
    const outcome = await this.operations.once(
      operation,
      async (db) => {
        const codes = codesOf(pairing);
        if (!codes.ok) return codes;
        const owner = await this.ownerOf(pairing.eveningId, codes.value.owner, db);
        if (!owner.ok) return owner;
        const whom = { code: codes.value.other };
        const input = { whom, square, offline: undefined, by: operation.actor };
        const meeting = await this.meetings.lock(db, owner.value, whom);
        const met = await this.meetAndMark.run(db, meeting, input);
        if (!met.ok) return met;
        if (met.value.markRefusal) return fail<Refusal>(met.value.markRefusal);
        return ok({
          id: `${met.value.me.id} ${met.value.pair.encounter.id}`,
          answer: answerOf(met.value, square),
        });
      },
      (result) => this.again(result, square),
    );
    if (outcome.ok) this.pulse.touch(pairing.eveningId);
    return outcome;
  }

  private async again(result: string, square: Square) {
    const [me = '', encounterId = ''] = result.split(' ');
    const meeting = await this.meetings.read(me, { encounterId });
    if (!meeting?.other || !meeting.card) return fail<Refusal>('not-found');
    return ok(answerOf({ me: meeting.me, other: meeting.other, card: meeting.card }, square));
  }

  private async meeting(pairing: Pairing): Promise<Outcome<Meeting, Refusal>> {
    const codes = codesOf(pairing);
    if (!codes.ok) return codes;
    const owner = await this.ownerOf(pairing.eveningId, codes.value.owner);
    if (!owner.ok) return owner;
    const meeting = await this.meetings.read(owner.value, { code: codes.value.other });
    if (!meeting?.other?.isIn) return fail('spoken-code-unknown');
    return meeting.me.id === meeting.other.id ? fail('own-badge') : ok(meeting);
  }

  /** A code is valid among the checked-in only (product rule 13). */
  private async ownerOf(
    eveningId: string,
    code: string,
    db?: Transaction,
  ): Promise<Outcome<string, 'spoken-code-unknown'>> {
    const owner = await this.registrations.byCode(eveningId, code, db);
    return owner?.checkedInAt ? ok(owner.id) : fail('spoken-code-unknown');
  }
}

function codesOf({ owner, other }: Pairing): Outcome<{ owner: string; other: string }, CodeRefusal> {
  const [first, second] = [parseSpokenCode(owner), parseSpokenCode(other)];
  if (!first.ok) return first;
  return second.ok ? ok({ owner: first.value, other: second.value }) : second;
}

function answerOf({ me, other, card }: Pick<Met, 'me' | 'other' | 'card'>, square: Square) {
  return {
    owner: metPerson(me),
    other: metPerson(other),
    square,
    rows: completedRows(toDomain(card)).length,
    ticket: card.ticket,
  };
}
