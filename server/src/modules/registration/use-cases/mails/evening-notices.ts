import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/index.js';
import { type Transaction, TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { type Evening, EveningListeners, Evenings } from '../../../evenings/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { type EveningNotice, NoticeRepository } from '../../data/notice-repository.js';
import type { Attendee } from '../../data/rows.js';
import { Seats } from '../seats.js';
import { Letters, type LetterParts } from './letters.js';
import { TELL_EVERYBODY, TELL_ONE } from './tasks.js';

const READERS = {
  changed: ['confirmed', 'waiting'],
  cancelled: ['confirmed', 'waiting'],
  reminder: ['confirmed'],
} as const;

function placeOf({ plan }: Evening): string {
  return [plan.venue.name, plan.venue.address].filter((part) => part !== '').join(', ');
}

/** What people who registered hear of their evening: each change, the cancellation and the reminder once. */
@Injectable()
export class EveningNotices implements OnModuleInit {
  constructor(
    @Inject(EveningListeners) private readonly listeners: EveningListeners,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(NoticeRepository) private readonly notices: NoticeRepository,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.listeners.add({
      changed: (db, { before, evening, changes, words }) =>
        this.announce(db, before, evening, {
          kind: 'changed',
          changes: [...changes.mustMail, ...changes.offered],
          words,
        }),
      cancelled: (db, { before, evening, words }) =>
        this.announce(db, before, evening, { kind: 'cancelled', changes: [], words }),
      dayBefore: (db, evening) =>
        this.announce(db, evening, evening, { kind: 'reminder', changes: [], words: '' }),
      replanned: (db, evening) => this.seats.promoteWaiting(db, evening),
    });
    this.jobs.register(TELL_EVERYBODY, ({ noticeId }) => this.tellEverybody(String(noticeId)));
    this.jobs.register(TELL_ONE, ({ noticeId, registrationId }) =>
      this.tellOne(String(noticeId), String(registrationId)),
    );
  }

  private async announce(
    db: Transaction,
    before: Evening,
    evening: Evening,
    notice: Pick<EveningNotice, 'kind' | 'changes' | 'words'>,
  ): Promise<void> {
    const { startsAt, endsAt, timeZone } = before.plan;
    const noticeId = await this.notices.insert(
      db,
      { ...notice, eveningId: evening.id, before: { startsAt, endsAt, timeZone, place: placeOf(before) } },
      this.clock.now(),
    );
    await db.enqueue(TELL_EVERYBODY, { noticeId });
  }

  /** A job for each, so that one address that cannot be written to holds up nobody. */
  private async tellEverybody(noticeId: string): Promise<void> {
    const notice = await this.notices.byId(noticeId);
    if (!notice) return;
    const readers = await this.notices.readers(notice.eveningId, READERS[notice.kind]);
    await this.transactions.run(async (db) => {
      for (const registrationId of readers)
        await db.enqueue(
          TELL_ONE,
          { noticeId, registrationId },
          { key: `${TELL_ONE}:${noticeId}:${registrationId}` },
        );
    });
  }

  private async tellOne(noticeId: string, registrationId: string): Promise<void> {
    const notice = await this.notices.byId(noticeId);
    const [person] = await this.attendees.byIds([registrationId]);
    const evening = notice && (await this.evenings.byId(notice.eveningId));
    if (!notice || !person || !evening || person.state === 'cancelled') return;
    await this.letters.send(person, evening, {
      messageId: `notice-${noticeId}-${registrationId}`,
      ...this.parts(notice, person, evening),
    });
  }

  private parts(notice: EveningNotice, person: Attendee, evening: Evening): Omit<LetterParts, 'messageId'> {
    const { locale } = person;
    const words = notice.words === '' ? [] : [notice.words];
    const hasSeat = person.state === 'confirmed';
    const cannotCome = this.letters.text(locale, 'cannotCome');
    switch (notice.kind) {
      case 'changed':
        return {
          kind: 'changed',
          withOwnPage: true,
          paragraphs: [...words, cannotCome],
          details: this.difference(notice, person, evening),
          ...(hasSeat ? { calendar: 'REQUEST' } : {}),
        };
      case 'cancelled':
        return { kind: 'eveningCancelled', paragraphs: words, ...(hasSeat ? { calendar: 'CANCEL' } : {}) };
      case 'reminder':
        return {
          kind: 'reminder',
          withOwnPage: true,
          paragraphs: [cannotCome],
          details: [this.letters.code(person)],
        };
    }
  }

  /** How it was before, under the details that say how it is now. */
  private difference({ before, changes }: EveningNotice, { locale }: Attendee, evening: Evening) {
    const details: (readonly [string, string])[] = [];
    if (changes.includes('time'))
      details.push([this.letters.text(locale, 'detail.whenBefore'), this.letters.when(before, locale)]);
    if (changes.includes('place') && before.place !== placeOf(evening))
      details.push([this.letters.text(locale, 'detail.whereBefore'), before.place]);
    return details;
  }
}
