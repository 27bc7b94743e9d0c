import type { RequestInput } from '../../../lib/http/request.js';
import type { Entry } from '../../../lib/offline/outbox/entry.js';
import type { DoorPerson, DoorSnapshot } from '../api.js';

const CHECK_IN = 'POST /api/evenings/:evening/door/check-ins';
const UNDO = 'POST /api/evenings/:evening/door/undone-check-ins';
const WALK_IN = 'POST /api/evenings/:evening/door/walk-ins';
type Body<Route extends typeof CHECK_IN | typeof UNDO | typeof WALK_IN> = RequestInput<Route>['body'];

/** One act that waits in this phone's queue, in the door's terms. */
export type WaitingAct =
  | { readonly kind: 'check-in'; readonly body: Body<typeof CHECK_IN> }
  | { readonly kind: 'undo'; readonly body: Body<typeof UNDO> }
  | { readonly kind: 'walk-in'; readonly body: Body<typeof WALK_IN> };

export function actOf({ route, body }: Entry): WaitingAct | undefined {
  if (route === CHECK_IN) return { kind: 'check-in', body: body as Body<typeof CHECK_IN> };
  if (route === UNDO) return { kind: 'undo', body: body as Body<typeof UNDO> };
  return route === WALK_IN ? { kind: 'walk-in', body: body as Body<typeof WALK_IN> } : undefined;
}

/** When it was done, by the server's clock as far as the phone knows it. */
export function doneAt({ body }: WaitingAct, { madeAt }: Entry): string {
  if (!body.offline) return madeAt;
  return new Date(Date.parse(body.offline.phoneTime) + body.offline.offsetMs).toISOString();
}

/** The list as the server told it last, with what was done on this phone since, in the order in which it was done. */
export function withWaiting(snapshot: DoorSnapshot, entries: readonly Entry[]): DoorSnapshot {
  if (entries.length === 0) return snapshot;
  const people = new Map(snapshot.people.map((person) => [person.id, person]));
  for (const entry of entries) {
    const act = entry.refusal ? undefined : actOf(entry);
    if (!act) continue;
    const last = { at: doneAt(act, entry), by: snapshot.you, byYou: true };
    if (act.kind === 'walk-in') {
      people.set(entry.operationId, walkedIn(entry.operationId, act.body, last));
      continue;
    }
    const id = act.kind === 'undo' ? act.body.registrationId : whoOf(act.body);
    const person = people.get(id);
    if (person && act.kind === 'undo') people.set(id, { ...person, attendance: 'undone', last, waits: true });
    if (person && act.kind === 'check-in' && person.attendance !== 'in')
      people.set(id, { ...person, registration: 'confirmed', attendance: 'in', last, waits: true });
  }
  return { ...snapshot, people: [...people.values()] };
}

function whoOf({ who }: Body<typeof CHECK_IN>): string {
  return who.by === 'registration' ? who.id : '';
}

/** Somebody who has no code and no id yet: the server gives both. */
function walkedIn(
  id: string,
  { firstName, lastName = '', affiliation = '' }: Body<typeof WALK_IN>,
  last: NonNullable<DoorPerson['last']>,
): DoorPerson {
  return {
    id,
    kind: 'person',
    accompaniesId: null,
    firstName,
    lastName,
    affiliation,
    spokenCode: '',
    registration: 'confirmed',
    attendance: 'in',
    last,
    alsoInBy: [],
    badge: null,
    waits: true,
  };
}
