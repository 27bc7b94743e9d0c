import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db, Transaction } from '../../../platform/database/index.js';
import { Sessions } from '../../accounts/index.js';
import { hashToken } from '../../../platform/tokens/index.js';
import { AttendeeRepository, type HeadCount } from '../data/attendee-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import type { Attendee } from '../data/rows.js';
import { AttendanceListeners } from './attendance-listeners.js';
import { PersonalLinks } from './personal-links.js';
import { type WalkIn, WalkInWriter } from './walk-in-writer.js';

/** What a person takes over with a badge that was printed ahead. */
export interface BadgePrintedAhead {
  /** The reserve's id. */
  readonly badgeFrom: string;
  readonly badgeHash: string;
  readonly spokenCode: string;
}

/** The people of an evening, as door, encounters, bingo, contacts and draw need them. */
@Injectable()
export class Registrations {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(WalkInWriter) private readonly walkIns: WalkInWriter,
    @Inject(PersonalLinks) readonly links: PersonalLinks,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AttendanceListeners) private readonly listeners: AttendanceListeners,
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

  /** Who has told of access needs that can be met, for seats; never what, and never for a page that people see. */
  withAccessNeeds(eveningId: string): Promise<readonly string[]> {
    return this.attendees.withAccessNeeds(eveningId);
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

  /** The badge printed ahead replaces the person's own, code and all. Lock the row first. Tells the person's own page. */
  async takeBadge(db: Transaction, id: string, badge: BadgePrintedAhead): Promise<void> {
    await this.registrations.update(db, [id], { ...badge, badgeVersion: 1 });
    await this.listeners.tookBadge(db, id, badge.badgeFrom);
    db.change(`registration:${id}`, 'badge');
  }

  /** Gives a seat at the door to these people who waited or had cancelled (rule 11). Decide it under the evening's lock. */
  async admit(db: Transaction, ids: readonly string[]): Promise<void> {
    await this.registrations.update(db, ids, { state: 'confirmed', cancelledAt: null });
    for (const id of ids) db.change(`registration:${id}`, 'state-changed');
  }

  /** Makes a confirmed party that came to the door. Decide the seats under the evening's lock. The ids, the person's first. */
  createWalkIn(db: Transaction, eveningId: string, walkIn: WalkIn): Promise<readonly string[]> {
    return this.walkIns.create(db, eveningId, walkIn);
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
