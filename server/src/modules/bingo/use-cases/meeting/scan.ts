import { Inject, Injectable } from '@nestjs/common';
import type { ScanAnswer } from '@hillo/contracts/bingo-schemas';
import { fittingSquares, MARK_REFUSALS, type MarkRefusal, type Square } from '@hillo/domain/bingo';
import { parseSpokenCode } from '@hillo/domain/door';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { hashToken } from '../../../../platform/tokens/index.js';
import { viewOf } from '../../../encounters/index.js';
import { toDomain } from '../../data/card-rows.js';
import { type Whom } from '../../data/meeting-repository.js';
import { cardView } from '../card/card-view.js';
import type { Offline } from './entry.js';
import { MeetAndMark, type Met, type ScanRefusal } from './meet-and-mark.js';
import { PulseTicker } from '../../../pulse/index.js';
import { type Meeting, Meetings } from './meetings.js';

export interface ScanInput {
  readonly operation: Operation;
  readonly me: string;
  readonly eveningId: string;
  readonly who:
    { readonly by: 'badge'; readonly token: string } | { readonly by: 'code'; readonly code: string };
  readonly square: Square | undefined;
  readonly offline: Offline | undefined;
  readonly locale: Locale;
}

type Refusal = ScanRefusal | 'spoken-code-malformed' | 'spoken-code-slip' | 'encounter-removed';

/** Somebody scans a badge or types a code (S60). A square that does not take the person leaves the meeting in place. */
@Injectable()
export class ScanBadge {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(MeetAndMark) private readonly meetAndMark: MeetAndMark,
    @Inject(Meetings) private readonly meetings: Meetings,
    @Inject(PulseTicker) private readonly pulse: PulseTicker,
  ) {}

  async run(input: ScanInput): Promise<Outcome<ScanAnswer, Refusal | 'idempotency-key-reused'>> {
    const whom = whomOf(input.who);
    if (!whom.ok) return whom;
    const { operation, me, square, offline, locale } = input;
    const outcome = await this.operations.onceLoaded<Meeting | undefined, ScanAnswer, Refusal>(
      operation,
      (db) => this.meetings.lock(db, me, whom.value),
      async (db, meeting) => {
        const met = await this.meetAndMark.run(db, meeting, {
          whom: whom.value,
          square,
          offline,
          by: operation.actor,
        });
        if (!met.ok) return met;
        const answer = answerOf(met.value, locale);
        return answer.ok ? ok({ id: resultOf(met.value), answer: answer.value }) : answer;
      },
      (result) => this.again(me, result, locale),
    );
    if (outcome.ok) this.pulse.touch(input.eveningId);
    return outcome;
  }

  /** The answer to a repeat: what was decided then, and how things stand now. */
  private async again(me: string, result: string, locale: Locale): Promise<Outcome<ScanAnswer, Refusal>> {
    const [encounterId = '', known, refusal] = result.split(' ');
    const meeting = await this.meetings.read(me, { encounterId });
    if (!meeting?.other || !meeting.pair) return fail('not-found');
    if (!meeting.card) return fail('no-card');
    const { other, pair, card } = meeting;
    const markRefusal = MARK_REFUSALS.find((code) => code === refusal) ?? null;
    return answerOf({ me: meeting.me, other, pair, card, known: known === 'known', markRefusal }, locale);
  }
}

function whomOf(who: ScanInput['who']): Outcome<Whom, 'spoken-code-malformed' | 'spoken-code-slip'> {
  if (who.by === 'badge') return ok({ badgeHash: hashToken(who.token) });
  const code = parseSpokenCode(who.code);
  return code.ok ? ok({ code: code.value }) : code;
}

/** What the operation row keeps: ids and codes. */
function resultOf({ pair, known, markRefusal }: Met): string {
  return [pair.encounter.id, known ? 'known' : 'made', markRefusal ?? ''].join(' ');
}

function answerOf(met: Met, locale: Locale): Outcome<ScanAnswer, 'encounter-removed'> {
  const { me, other, pair, card, known } = met;
  const encounter = viewOf(pair, me, other);
  if (!encounter) return fail('encounter-removed');
  const sides = { encounterId: pair.encounter.id, ownSide: me.side, otherSide: other.side };
  return ok({
    encounter,
    known,
    markRefusal: refusalToTell(met.markRefusal),
    squares: fittingSquares(toDomain(card), sides),
    card: cardView(card, me.side, locale),
  });
}

/** A new mark is never refused for a missing mark or for the freeze. */
function refusalToTell(refusal: MarkRefusal | null): ScanAnswer['markRefusal'] {
  return refusal === 'no-mark' || refusal === 'frozen' ? null : refusal;
}
