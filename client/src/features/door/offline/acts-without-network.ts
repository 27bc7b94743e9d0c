import { admitAtDoor, decideOffline, type OfflineDecision } from '@hillo/domain/door';
import { doorIsOpen } from '@hillo/domain/evenings';
import { ProblemError } from '../../../lib/http/problem-error.js';
import { phoneStamp } from '../../../lib/http/reach.js';
import { randomUuid } from '../../../lib/http/uuid.js';
import type { Route } from '../../../lib/http/request.js';
import { outbox } from '../../../lib/offline/outbox/here.js';
import type { Admit, CheckInBy, DoorEntry, DoorPerson, DoorSnapshot, WalkIn } from '../api.js';
import { badgeHash } from './badge-hash.js';
import { doorScope } from '../kept-list.js';

/** What was done on this phone; `operationId` names it as long as it waits for the server. */
export interface DoneHere {
  /** Undefined: nobody on the list, the server tells later who it was (T5). */
  readonly entry: DoorEntry | undefined;
  readonly operationId?: string;
}

/** Decides as the server would, by the list that this phone has, and puts the act in the queue. */
export class ActsWithoutNetwork {
  constructor(
    private readonly snapshot: DoorSnapshot,
    private readonly nextNumber: () => number,
  ) {}

  async checkIn(who: CheckInBy, admit: Admit): Promise<DoneHere> {
    const sought = who.by === 'badge' ? { by: who.by, hash: await badgeHash(who.token) } : who;
    const { people, voidBadges, evening } = this.snapshot;
    const decided = decideOffline<DoorPerson>(
      { people, voidBadges, doorOpen: doorIsOpen(evening.state) },
      sought,
    );
    if (decided.decision === 'refuse') throw new ProblemError(decided.code, 409);
    if (decided.decision === 'verify-later') return this.sendCheckIn(who, null, false, undefined);
    if (decided.decision === 'ask' && admit === null) throw this.question(decided);
    const { person } = decided;
    // What this phone did itself is in the queue already.
    if (decided.decision === 'already-in' && person.waits) return { entry: this.entry(person, true) };
    return this.sendCheckIn(
      { by: 'registration', id: person.id },
      admit,
      decided.decision === 'already-in',
      person,
    );
  }

  /** Only what this phone did; of another door's check-in the server has to be asked. */
  async undo(registrationId: string): Promise<DoneHere> {
    const person = this.snapshot.people.find(({ id }) => id === registrationId);
    if (!person?.last?.byYou) throw new ProblemError('network-failure', 0);
    const operationId = await this.send('POST /api/evenings/:evening/door/undone-check-ins', {
      registrationId,
      offline: this.stamp(),
    });
    return { entry: this.entry({ ...person, attendance: 'undone', last: this.me() }, false), operationId };
  }

  async walkIn(walkIn: WalkIn, admit: Admit): Promise<DoneHere> {
    const missing = (['firstName', 'sector'] as const).filter((field) => !walkIn[field]?.trim());
    if (missing.length > 0) throw incomplete(missing);
    const figures = this.figures();
    const decided = admitAtDoor(figures, 1, admit && { takenSeats: admit.taken });
    if (!decided.ok) throw this.asking('over-capacity', 1);
    return this.keepWalkIn({ ...walkIn, admit, offline: this.stamp() });
  }

  /** A walk-in whose answer was lost goes on under its own name: it may have happened. */
  async keepWalkIn(
    body: WalkIn & { admit: Admit; offline?: unknown },
    operationId?: string,
  ): Promise<DoneHere> {
    const sent = await this.send('POST /api/evenings/:evening/door/walk-ins', body, operationId);
    const person: DoorPerson = {
      id: sent,
      kind: 'person',
      accompaniesId: null,
      firstName: body.firstName.trim(),
      lastName: body.lastName?.trim() ?? '',
      affiliation: body.affiliation?.trim() ?? '',
      spokenCode: '',
      registration: 'confirmed',
      attendance: 'in',
      last: this.me(),
      alsoInBy: [],
      badge: null,
      waits: true,
    };
    return { entry: this.entry(person, false), operationId: sent };
  }

  private async sendCheckIn(
    who: CheckInBy,
    admit: Admit,
    knewOfIt: boolean,
    person: DoorPerson | undefined,
  ): Promise<DoneHere> {
    const operationId = await this.send('POST /api/evenings/:evening/door/check-ins', {
      who,
      admit,
      offline: { ...this.stamp(), knewOfIt },
    });
    if (!person) return { entry: undefined, operationId };
    if (knewOfIt) return { entry: this.entry(person, true) };
    const now = { registration: 'confirmed', attendance: 'in', last: this.me(), waits: true } as const;
    return { entry: this.entry({ ...person, ...now }, false), operationId };
  }

  private async send(route: Route, body: unknown, operationId = randomUuid()): Promise<string> {
    const evening = this.snapshot.evening.id;
    await outbox().put({ scope: doorScope(evening), route, params: { evening }, body, operationId });
    return operationId;
  }

  private entry(person: DoorPerson, already: boolean): DoorEntry {
    const head = person.accompaniesId ?? person.id;
    const party = this.snapshot.people.filter(
      ({ id, accompaniesId }) => id !== person.id && (id === head || accompaniesId === head),
    );
    return { person, already, party };
  }

  private question({
    code,
    person,
  }: Extract<OfflineDecision<DoorPerson>, { decision: 'ask' }>): ProblemError {
    const head = person.accompaniesId ?? person.id;
    const isParty = ({ id, accompaniesId }: DoorPerson) => id === head || accompaniesId === head;
    const waiting = this.snapshot.people.filter((one) => one.registration === 'waiting' && isParty(one));
    return this.asking(code, Math.max(1, waiting.length), person.id);
  }

  private asking(
    code: 'on-waitlist' | 'registration-cancelled' | 'over-capacity',
    seats: number,
    registrationId = '',
  ): ProblemError {
    const { capacity, takenSeats: taken, present } = this.figures();
    const data = { ...(capacity === null ? {} : { capacity }), taken, present, seats, registrationId };
    return new ProblemError(code, 409, { type: '', title: '', status: 409, detail: '', code, data });
  }

  private figures() {
    const { people, evening } = this.snapshot;
    return {
      capacity: evening.capacity,
      takenSeats: people.filter(({ registration }) => registration === 'confirmed').length,
      present: people.filter(({ attendance }) => attendance === 'in').length,
    };
  }

  private stamp() {
    return { ...phoneStamp(), number: this.nextNumber() };
  }

  private me() {
    const { phoneTime, offsetMs } = phoneStamp();
    const at = new Date(Date.parse(phoneTime) + offsetMs).toISOString();
    return { at, by: this.snapshot.you, byYou: true };
  }
}

/** As the server says it, without its words: the page has its own. */
function incomplete(fields: readonly string[]): ProblemError {
  const errors = fields.map((field) => ({ pointer: `#/${field}`, code: 'required', detail: '' }));
  return new ProblemError('invalid-input', 400, {
    type: '',
    title: '',
    status: 400,
    detail: '',
    code: 'invalid-input',
    errors,
  });
}
