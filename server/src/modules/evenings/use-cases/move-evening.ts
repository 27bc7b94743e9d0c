import { Inject, Injectable } from '@nestjs/common';
import type { EveningAnswer } from '@hillo/contracts/evening-schemas';
import { addDays, type EveningEvent, nextEveningState, wallClockAt } from '@hillo/domain/evenings';
import { fail, foldedWords, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Clock, Randomness } from '../../../platform/clock/index.js';
import {
  isUniqueViolation,
  type Operation,
  Operations,
  type Transaction,
} from '../../../platform/database/index.js';
import { EveningRepository } from '../data/evening-repository.js';
import type { Evening } from '../data/evening-row.js';
import { EveningListeners } from './evening-listeners.js';
import { EveningView } from './evening-view.js';
import { ReadEvenings } from './read-evenings.js';
import { MAKE_SHARE_IMAGE } from './share-evening.js';

type MoveProblem = 'not-found' | 'evening-state-forbids' | 'place-missing';
const SLUG_WORDS_MAX = 60;

/** Moves an evening along the transition table of the domain, one move at a time under its lock. */
@Injectable()
export class MoveEvening {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(EveningListeners) private readonly listeners: EveningListeners,
    @Inject(EveningView) private readonly view: EveningView,
    @Inject(ReadEvenings) private readonly reads: ReadEvenings,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Randomness) private readonly randomness: Randomness,
  ) {}

  async publish(id: string, operation: Operation, locale: Locale) {
    try {
      return await this.once(id, operation, locale, (db) => this.publishIn(db, id));
    } catch (error) {
      // Two evenings of the same name on one day, published in the same moment.
      if (isUniqueViolation(error, 'uq_evenings_slug')) return fail('conflict');
      throw error;
    }
  }

  cancel(id: string, words: string, operation: Operation, locale: Locale) {
    return this.once(id, operation, locale, async (db) => {
      const moved = await this.move(db, id, 'cancel');
      if (!moved.ok) return moved;
      const { before, now } = moved.value;
      const sequence = before.sequence + 1;
      await this.evenings.setState(db, id, { state: 'cancelled', cancelledAt: now, sequence });
      const evening: Evening = { ...before, state: 'cancelled', cancelledAt: now, sequence };
      await this.listeners.tell(db, 'cancelled', { before, evening, words });
      return ok(undefined);
    });
  }

  close(id: string, operation: Operation, locale: Locale) {
    return this.once(id, operation, locale, (db) => this.closeIn(db, id, 'close'));
  }

  /** Closes by hand or by the night; both run inside the caller's transaction. */
  async closeIn(db: Transaction, id: string, event: 'close' | 'night'): Promise<Outcome<void, MoveProblem>> {
    const moved = await this.move(db, id, event);
    if (!moved.ok) return moved;
    const { before, now } = moved.value;
    await this.evenings.setState(db, id, { state: 'closed', closedAt: now });
    await this.listeners.tell(db, 'closed', { ...before, state: 'closed', closedAt: now });
    return ok(undefined);
  }

  /** The first check-in starts the evening; at a running one it changes nothing. */
  async startIn(db: Transaction, id: string): Promise<Outcome<void, MoveProblem>> {
    const held = await this.evenings.lock(db, id);
    if (held?.state === 'running') return ok(undefined);
    const moved = await this.move(db, id, 'first-check-in');
    if (!moved.ok) return moved;
    await this.evenings.setState(db, id, { state: 'running' });
    return ok(undefined);
  }

  private async publishIn(db: Transaction, id: string): Promise<Outcome<void, MoveProblem>> {
    const moved = await this.move(db, id, 'publish');
    if (!moved.ok) return moved;
    const { before, now } = moved.value;
    if (before.plan.venue.name === '') return fail('place-missing');
    const slug = await this.slug(db, before);
    await this.evenings.setState(db, id, { state: 'published', publishedAt: now, slug });
    if (addDays(before.plan.startsAt, -1, before.plan.timeZone) <= now)
      await this.evenings.setReminded(db, id, now);
    await db.enqueue(MAKE_SHARE_IMAGE, { eveningId: id }, { key: `${MAKE_SHARE_IMAGE}:${id}` });
    await this.listeners.tell(db, 'published', { ...before, state: 'published', publishedAt: now, slug });
    return ok(undefined);
  }

  private async move(
    db: Transaction,
    id: string,
    event: EveningEvent,
  ): Promise<Outcome<{ before: Evening; now: Date }, 'not-found' | 'evening-state-forbids'>> {
    const before = await this.evenings.lock(db, id);
    if (!before) return fail('not-found');
    const next = nextEveningState(before.state, event);
    return next.ok ? ok({ before, now: this.clock.now() }) : next;
  }

  private once<Code extends string>(
    id: string,
    operation: Operation,
    locale: Locale,
    work: (db: Transaction) => Promise<Outcome<void, Code>>,
  ) {
    return this.operations.once<EveningAnswer, Code | 'not-found'>(
      operation,
      async (db) => {
        const done = await work(db);
        return done.ok ? ok({ id }) : done;
      },
      (eveningId) => this.reads.one(eveningId, locale),
    );
  }

  /** Words and day that people can read in the address: `lapset-ja-perheet-2026-11-26`. */
  private async slug(db: Transaction, evening: Evening): Promise<string> {
    const { plan, organisation } = evening;
    const words = foldedWords(this.view.name(evening, organisation.locale))
      .map((word) => word.replace(/[^a-z0-9]/g, ''))
      .filter((word) => word !== '');
    const day = wallClockAt(plan.startsAt, plan.timeZone).slice(0, 10);
    const name = words.join('-').slice(0, SLUG_WORDS_MAX).replace(/-$/, '');
    const slug = name === '' ? day : `${name}-${day}`;
    if (!(await this.evenings.isSlugTaken(db, slug))) return slug;
    return `${slug}-${Buffer.from(this.randomness.bytes(3)).toString('hex')}`;
  }
}
