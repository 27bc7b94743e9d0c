import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/offline/outbox/entry.js';
import type { DoorPerson, DoorSnapshot } from '../api.js';
import { withWaiting } from './waiting-acts.js';

const maija = { id: 'maija', registration: 'waiting', attendance: 'expected', last: null } as DoorPerson;
const snapshot = { you: 'Eeva', people: [maija] } as unknown as DoorSnapshot;
const offline = { phoneTime: '2026-11-26T15:00:00.000Z', offsetMs: 60_000, number: 1 };
const entry = (act: string, body: object, more: Partial<Entry> = {}): Entry => ({
  scope: 'door:evening',
  route: `POST /api/evenings/:evening/door/${act}` as Entry['route'],
  params: {},
  body,
  number: 1,
  operationId: 'op',
  madeAt: offline.phoneTime,
  ...more,
});
const checkIn = entry('check-ins', {
  who: { by: 'registration', id: 'maija' },
  admit: { taken: 1 },
  offline,
});

describe('withWaiting', () => {
  it('shows what waits as done, at the server’s time, and by this phone', () => {
    const [person] = withWaiting(snapshot, [checkIn]).people;
    const last = { at: '2026-11-26T15:01:00.000Z', by: 'Eeva', byYou: true };
    expect(person).toMatchObject({ registration: 'confirmed', attendance: 'in', last, waits: true });
    const undone = entry('undone-check-ins', { registrationId: 'maija', offline });
    expect(withWaiting(snapshot, [checkIn, undone]).people).toMatchObject([{ attendance: 'undone' }]);
  });

  it('shows a walk-in as a person without a code, and nothing of what was refused', () => {
    const ville = entry('walk-ins', { firstName: 'Ville', sector: 'resident', offline });
    expect(withWaiting(snapshot, [ville]).people[1]).toMatchObject({
      id: 'op',
      firstName: 'Ville',
      attendance: 'in',
      spokenCode: '',
    });
    const refusal = { code: 'on-waitlist', status: 409, title: '', detail: '' };
    expect(withWaiting(snapshot, [{ ...checkIn, refusal }])).toEqual(snapshot);
  });

  it('leaves who was let in by another door with that door’s time', () => {
    const last = { at: '2026-11-26T14:00:00.000Z', by: 'Pekka', byYou: false };
    const inside = { ...snapshot, people: [{ ...maija, attendance: 'in', last } as DoorPerson] };
    expect(withWaiting(inside, [checkIn]).people).toEqual(inside.people);
  });
});
