import { Inject, Injectable } from '@nestjs/common';
import type { EncounterView } from '@hillo/contracts/encounters';
import {
  addFromPaper,
  type ChangeRefusal,
  EMPTY_NOTE,
  meet,
  type MeetRefusal,
  noteFromPaper,
  type NoteRefusal,
  type PaperNote,
  removeEncounter,
  type Scan,
  withdrawSharing,
} from '@hillo/domain/encounters';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';
import { ActorNames } from '../../door/index.js';
import { Registrations } from '../../registration/index.js';
import { EncounterRepository } from '../data/encounter-repository.js';
import type { MetIds, MetPair } from '../data/encounter-rows.js';
import { type Partner, shareable, viewOf } from './encounter-view.js';

/** Encounters, as bingo and contacts need them. */
@Injectable()
export class Encounters {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EncounterRepository) private readonly repository: EncounterRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(ActorNames) private readonly actors: ActorNames,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Those that stand, the latest first; of several people for an association's view. Parties are attendee ids. */
  async standing(registrationIds: readonly string[], db?: Db): Promise<readonly MetPair[]> {
    const pairs = await this.repository.ofRegistrations(registrationIds, db);
    return pairs.filter(({ encounter }) => encounter.removedBy === null);
  }

  /** Everybody who met at an evening, or whom one person met, pair by pair, without a word of what was agreed. */
  pairsOf(eveningId: string, registrationId: string | null, db?: Db): Promise<readonly MetIds[]> {
    return this.repository.pairsOf(eveningId, registrationId, db);
  }

  byId(id: string, db?: Db): Promise<MetPair | undefined> {
    return this.repository.byId(id, db);
  }

  /** As one of its two sees it. A foreign id is `not-found`. */
  async view(
    me: string,
    encounterId: string,
    db: Db = this.database,
  ): Promise<Outcome<EncounterView, 'not-found' | 'encounter-removed'>> {
    const pair = await this.repository.byId(encounterId, db);
    const otherId = pair && otherOf(pair, me);
    if (!pair || !otherId) return fail('not-found');
    if (pair.encounter.removedBy !== null) return fail('encounter-removed');
    const people = await this.people([me, otherId], db);
    const [own, other] = [people.get(me), people.get(otherId)];
    const names = await this.actors.of(Object.values(pair.enteredBy));
    const view = own && other && viewOf(pair, own, other, names);
    return view ? ok(view) : fail('not-found');
  }

  /** Everything on my list, with one read of the people. */
  async list(me: string) {
    const pairs = await this.standing([me]);
    const people = await this.people([me, ...pairs.map((pair) => otherOf(pair, me) ?? me)], this.database);
    const own = people.get(me);
    if (!own) return fail('not-found');
    const names = await this.actors.of(pairs.flatMap(({ enteredBy }) => enteredBy[me] ?? []));
    const encounters = pairs.flatMap((pair) => {
      const other = people.get(otherOf(pair, me) ?? '');
      const view = other && viewOf(pair, own, other, names);
      return view ? [view] : [];
    });
    return ok({ encounters, shareable: [...shareable(own)], chosen: [...own.shareFields] });
  }

  /**
   * Brings a removed encounter back when its remover scans again (product rule 3). The lock decides between two scans.
   * @param scan what `meet` needs; its `existing` is read anew under the lock
   */
  async meetAgain(
    db: Transaction,
    id: string,
    scan: Omit<Scan, 'existing'>,
  ): Promise<Outcome<void, MeetRefusal>> {
    const pair = await this.repository.lockById(db, id);
    const met = meet({ ...scan, existing: pair?.encounter ?? null });
    if (!met.ok) return met;
    if (pair)
      await this.repository.save(db, pair, met.value.encounter, this.clock.now(), {
        scannedById: scan.scanner.attendeeId,
      });
    return ok(undefined);
  }

  /**
   * Adds what a line of a paper card says to the note of one party. Lock the own card first.
   * @param encounterId also of an encounter that this transaction makes with its commit
   */
  async noteFromPaper(
    db: Transaction,
    encounterId: string,
    me: string,
    paper: PaperNote,
    enteredBy: string,
  ): Promise<Outcome<void, NoteRefusal | ChangeRefusal>> {
    const pair = await this.repository.lockById(db, encounterId);
    const now = this.clock.now();
    if (!pair) {
      const note = addFromPaper(EMPTY_NOTE, paper);
      if (!note.ok) return note;
      if (note.value !== EMPTY_NOTE)
        this.repository.noteOfNew(db, encounterId, me, note.value, now, enteredBy);
      return ok(undefined);
    }
    const noted = noteFromPaper(pair.encounter, me, paper);
    if (!noted.ok) return noted;
    if (noted.value === pair.encounter) return ok(undefined);
    await this.repository.save(db, pair, noted.value, now, { enteredBy });
    this.tellBoth(db, pair, 'note');
    return ok(undefined);
  }

  /** Removes it for both; a foreign id is `not-found`. True if it still stood. Lock the own card first. */
  async remove(db: Transaction, me: string, id: string): Promise<Outcome<boolean, 'not-found'>> {
    const pair = await this.repository.lockById(db, id);
    const removed = pair && removeEncounter(pair.encounter, me);
    if (!pair || !removed?.ok) return fail('not-found');
    const stood = removed.value !== pair.encounter;
    if (!stood) return ok(false);
    await this.repository.save(db, pair, removed.value, this.clock.now());
    this.tellBoth(db, pair, 'encounter-removed');
    return ok(true);
  }

  /** Takes every yes of mine back, the standing one too for these encounters (product rule 4); their ids. */
  async withdrawAll(db: Transaction, me: string): Promise<readonly string[]> {
    const ids = (await this.standing([me], db)).map(({ encounter }) => encounter.id).toSorted();
    for (const id of ids) {
      const pair = await this.repository.lockById(db, id);
      const withdrawn = pair && withdrawSharing(pair.encounter, me);
      if (!pair || !withdrawn?.ok) continue;
      await this.repository.save(db, pair, withdrawn.value, this.clock.now());
      this.tellBoth(db, pair, 'sharing');
    }
    return ids;
  }

  /** Tells both parties' pages; ids only. */
  tellBoth(db: Transaction, { encounter }: MetPair, kind: string): void {
    for (const { attendeeId } of encounter.parties)
      db.change(`registration:${attendeeId}`, kind, { encounterId: encounter.id });
  }

  private async people(ids: readonly string[], db: Db): Promise<ReadonlyMap<string, Partner>> {
    const found = await this.registrations.byIds(ids, db);
    return new Map(found.map((person) => [person.id, person]));
  }
}

/** The other party's id; undefined when I am none. */
function otherOf({ encounter: { parties } }: MetPair, me: string): string | undefined {
  const [low, high] = parties;
  if (low.attendeeId === me) return high.attendeeId;
  return high.attendeeId === me ? low.attendeeId : undefined;
}
