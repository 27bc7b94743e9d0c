import { describe, expect, it } from 'vitest';
import { type Identity, identityAt, pageOf, roleOf } from './identities.js';

const EVENING = '019aa000-0000-7000-8000-000000000001';
const person = (subjectId: string, name: string): Identity => ({
  kind: 'attendee',
  subjectId,
  eveningId: EVENING,
  role: null,
  name,
  place: 'Lapset ja perheet',
});
const maija = person('019aa000-0000-7000-8000-00000000000a', 'Maija');
const ville = person('019aa000-0000-7000-8000-00000000000b', 'Ville');
const host: Identity = {
  ...person('019aa000-0000-7000-8000-00000000000c', 'Tabletti'),
  kind: 'device',
  role: 'host',
};
const door: Identity = { ...host, subjectId: '019aa000-0000-7000-8000-00000000000d', role: 'door' };
const aino: Identity = {
  ...person('019aa000-0000-7000-8000-00000000000e', 'Aino'),
  kind: 'account',
  eveningId: null,
};
const view: Identity = { ...person('019aa000-0000-7000-8000-00000000000f', 'Toivo ry'), kind: 'association' };
const all = [aino, maija, ville, host, door, view];

it.each([
  [aino, '/organiser', 'organiser'],
  [maija, `/me/${maija.subjectId}`, 'attendee'],
  [host, `/host/${EVENING}`, 'host'],
  [door, `/door/${EVENING}`, 'door'],
  [view, `/associations/${EVENING}`, 'association'],
] as const)('gives each grant its page and its word: %o', (identity, page, role) => {
  expect(pageOf(identity)).toBe(page);
  expect(roleOf(identity)).toBe(role);
});

describe('identityAt', () => {
  it('is whose page this is, and whose a page below it is', () => {
    for (const identity of all) {
      expect(identityAt(pageOf(identity), all)).toBe(identity);
      expect(identityAt(`${pageOf(identity)}/met/1`, all)).toBe(identity);
    }
  });

  it('is the member at the door and at the host’s who holds no device there', () => {
    expect(identityAt(`/host/${EVENING}/draw`, [aino, maija])).toBe(aino);
    expect(identityAt('/door/019aa000-0000-7000-8000-0000000000ff', all)).toBe(aino);
    expect(identityAt(`/host/${EVENING}`, [maija])).toBeUndefined();
  });

  it.each(['/', '/e/ilta', '/b/abc', `/me/${EVENING}`, `/me/${maija.subjectId}x`, '/organisers'])(
    'is nobody at %s',
    (pathname) => expect(identityAt(pathname, all)).toBeUndefined(),
  );
});
