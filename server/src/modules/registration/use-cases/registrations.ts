import { Inject, Injectable } from '@nestjs/common';
import { CONSENT_TEXT_VERSION } from '@hillo/domain/registration';
import type { Locale } from '@hillo/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../platform/clock/index.js';
import type { Db, Transaction } from '../../../platform/database/index.js';
import { Sessions } from '../../accounts/index.js';
import { hashToken } from '../../../platform/tokens/index.js';
import { AttendeeRepository, type HeadCount } from '../data/attendee-repository.js';
import { ConsentRepository } from '../data/consent-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import type { Attendee } from '../data/rows.js';
import { AttendanceListeners } from './attendance-listeners.js';
import { enqueueMail } from './mails/tasks.js';
import { PartyWriter } from './party-writer.js';
import { type NewCompanion, type NewPerson, UNSAID } from './person.js';
import { PersonalLinks } from './personal-links.js';

/** What the door asks of somebody who comes without having registered; no e-mail is needed. */
export type WalkIn = Pick<NewPerson, 'firstName' | 'lastName' | 'sector' | 'affiliation'> &
  Partial<NewPerson> & {
    readonly companions?: readonly NewCompanion[];
    readonly agreedHow?: string;
    readonly locale: Locale;
  };

/** The people of an evening, as door, encounters, bingo, contacts and draw need them. */
@Injectable()
export class Registrations {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(ConsentRepository) private readonly consents: ConsentRepository,
    @Inject(PartyWriter) private readonly writer: PartyWriter,
    @Inject(PersonalLinks) readonly links: PersonalLinks,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AttendanceListeners) private readonly listeners: AttendanceListeners,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Undefined for an id of another evening. */
  byId(eveningId: string, id: string, db?: Db): Promise<Attendee | undefined> {
    return this.attendees.byId(eveningId, id, db);
  }

  /** In any order; ids that are nobody's are left out. */
  byIds(ids: readonly string[], db?: Db): Promise<readonly Attendee[]> {
    return this.attendees.byIds(ids, db);
  }

  /** By the token of a badge's QR. Undefined for a revoked badge and for one of another evening. */
  byBadge(eveningId: string, badgeToken: string, db?: Db): Promise<Attendee | undefined> {
    return this.attendees.byBadge(eveningId, hashToken(badgeToken), db);
  }

  /** By the six digits without a gap (`parseSpokenCode`). The caller checks that the evening runs and who is in (rule 13). */
  byCode(eveningId: string, spokenCode: string, db?: Db): Promise<Attendee | undefined> {
    return this.attendees.byCode(eveningId, spokenCode, db);
  }

  /** By part of a name or affiliation, at most `limit`. */
  search(eveningId: string, query: string, limit: number): Promise<readonly Attendee[]> {
    return this.attendees.search(eveningId, query, limit);
  }

  /** Everybody of the evening, cancelled ones too, parties together. */
  all(eveningId: string, db?: Db): Promise<readonly Attendee[]> {
    return this.attendees.all(eveningId, db);
  }

  /** Hashes of the evening's badges that were replaced or whose person is gone. */
  async voidBadges(eveningId: string): Promise<readonly string[]> {
    const people = await this.attendees.withVoidBadges(eveningId);
    return people.flatMap((person) => this.links.voidBadgeHashes(person));
  }

  /** The person and whoever accompanies them, the person first; `id` is the person's. */
  party(id: string, db?: Db): Promise<readonly Attendee[]> {
    return this.attendees.party(id, db);
  }

  /** Locks in the order of ids and reads; ids that are nobody's are missing in the map. */
  lock(db: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Attendee>> {
    return this.attendees.lock(ids, db);
  }

  headCount(eveningId: string, db?: Db): Promise<HeadCount> {
    return this.attendees.headCount(eveningId, db);
  }

  /** `by` is the actor's key. Lock the row first. Tells the person's own page. */
  async setCheckedIn(db: Transaction, id: string, at: Date, by: string): Promise<void> {
    await this.registrations.update(db, [id], { checkedInAt: at, checkedInBy: by });
    await this.listeners.checkedIn(db, id);
    db.change(`registration:${id}`, 'checked-in');
  }

  /** Another door, heard later, had let the person in earlier, or the earlier check-in was taken back. Nothing else changes. */
  correctCheckIn(db: Transaction, id: string, at: Date, by: string): Promise<void> {
    return this.registrations.update(db, [id], { checkedInAt: at, checkedInBy: by });
  }

  async undoCheckIn(db: Transaction, id: string): Promise<void> {
    await this.registrations.update(db, [id], { checkedInAt: null, checkedInBy: null });
    await this.listeners.undone(db, id);
    db.change(`registration:${id}`, 'check-in-undone');
  }

  /** Gives a seat at the door to these people who waited or had cancelled (rule 11). Decide it under the evening's lock. */
  async admit(db: Transaction, ids: readonly string[]): Promise<void> {
    await this.registrations.update(db, ids, { state: 'confirmed', cancelledAt: null });
    for (const id of ids) db.change(`registration:${id}`, 'state-changed');
  }

  /** Makes a confirmed party that came to the door; a yes to the draw is kept as a consent; who gave an address is mailed the link. Decide the seats under the evening's lock. The ids, the person's first. */
  async createWalkIn(db: Transaction, eveningId: string, walkIn: WalkIn): Promise<readonly string[]> {
    const { companions = [], agreedHow = '', locale, ...person } = walkIn;
    const queueNumber = await this.registrations.nextQueueNumber(db, eveningId);
    const id = await this.writer.create(
      db,
      { eveningId, state: 'confirmed', queueNumber, source: 'walk-in', agreedHow, locale },
      { ...UNSAID, ...person },
      companions,
    );
    await this.consents.record(db, id, person.drawOptIn ? [{ kind: 'draw', given: true }] : [], {
      textVersion: CONSENT_TEXT_VERSION,
      channel: 'door',
      decidedAt: this.clock.now(),
    });
    if (person.email) await enqueueMail(db, id, 'registered');
    return (await this.attendees.party(id, db)).map((attendee) => attendee.id);
  }

  /** Makes this browser a device of the person, after a click of theirs (a one-time QR at the door, rule 14). */
  async openOnThisDevice(
    attendee: Pick<Attendee, 'id' | 'eveningId'>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.give(request, reply, {
      kind: 'attendee',
      subjectId: attendee.id,
      eveningId: attendee.eveningId,
      role: null,
      expiresAt: null,
    });
  }
}
