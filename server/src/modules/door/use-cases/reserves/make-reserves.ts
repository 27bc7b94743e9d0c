import { Inject, Injectable } from '@nestjs/common';
import { PRINTED_AHEAD_FROM, RESERVES_MAX, SPOKEN_CODES, spokenCodeOf } from '@hillo/domain/door';
import { fail, ok } from '@hillo/domain/shared';
import { Clock, newId, Randomness } from '../../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { DerivedTokens } from '../../../../platform/tokens/index.js';
import { Evenings } from '../../../evenings/index.js';
import { ReserveRepository } from '../../data/reserve-repository.js';

const AHEAD = SPOKEN_CODES - PRINTED_AHEAD_FROM;

/** Makes badges for people who are not known yet: each with a link and a code of its own (S77). */
@Injectable()
export class MakeReserves {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(ReserveRepository) private readonly reserves: ReserveRepository,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Randomness) private readonly randomness: Randomness,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async count(eveningId: string) {
    return ok(await this.reserves.count(eveningId));
  }

  run(operation: Operation, eveningId: string, count: number) {
    return this.operations.once(
      operation,
      (db) => this.perform(db, eveningId, count),
      () => this.count(eveningId),
    );
  }

  private async perform(db: Transaction, eveningId: string, count: number) {
    const evening = await this.evenings.lock(db, eveningId);
    if (!evening) return fail('not-found');
    const { total } = await this.reserves.count(eveningId, db);
    if (total + count > RESERVES_MAX) return fail('reserves-exhausted', { left: RESERVES_MAX - total });
    const taken = await this.reserves.takenCodes(db, eveningId);
    const made = this.codes(count, taken).map((spokenCode) => {
      const id = newId();
      return { id, spokenCode, badgeHash: this.tokens.deriveHash('badge', id, 1) };
    });
    await this.reserves.insert(db, eveningId, made, this.clock.now());
    return ok({ id: eveningId });
  }

  /** From a place that chance picks, the codes that nobody has; there are ten times as many as may be made. */
  private codes(count: number, taken: ReadonlySet<string>): string[] {
    const codes: string[] = [];
    const first = Buffer.from(this.randomness.bytes(4)).readUInt32BE() % AHEAD;
    for (let step = 0; step < AHEAD && codes.length < count; step += 1) {
      const code = spokenCodeOf(PRINTED_AHEAD_FROM + ((first + step) % AHEAD));
      if (!taken.has(code)) codes.push(code);
    }
    return codes;
  }
}
