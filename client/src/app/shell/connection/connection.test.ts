import { expect, it } from 'vitest';
import type { Entry } from '../../../lib/offline/outbox/entry.js';
import { connectionOf } from './connection.js';

const entry: Entry = {
  number: 1,
  scope: 'registration:me',
  operationId: 'op',
  route: 'POST /api/me/:registration/encounters',
  params: {},
  madeAt: '2026-11-22T17:00:00.000Z',
};
const refused = { ...entry, refusal: { code: 'own-badge', status: 409, title: '', detail: '' } };

it.each([
  [[], false, false, { kind: 'live', waiting: 0, refused: 0 }],
  [[], true, false, { kind: 'away', waiting: 0, refused: 0 }],
  [[entry, entry], true, false, { kind: 'waiting', waiting: 2, refused: 0 }],
  [[entry, refused], false, false, { kind: 'sending', waiting: 1, refused: 1 }],
  [[refused], false, true, { kind: 'live', waiting: 0, refused: 1 }],
  [[entry], false, true, { kind: 'held', waiting: 1, refused: 0 }],
])('%#: says how the connection is and what waits', (entries, away, held, said) => {
  expect(connectionOf(entries, away, held)).toEqual(said);
});
