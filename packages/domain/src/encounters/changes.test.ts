import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Scan,
  agreeTheSame,
  chooseSharing,
  meet,
  removeEncounter,
  withdrawSharing,
  writeNote,
} from './changes.js';
import { type Encounter, newEncounter, seenBy } from './encounter.js';
import { EMPTY_NOTE, NOTE_LIMITS, NOTE_OWNERS, type Note } from './note.js';
import { pairOf } from './pair.js';
import { NO_SHARING, type SharingChoice } from './sharing.js';

const at = new Date('2026-11-19T16:30:00Z');
const guest = (attendeeId: string) => ({ attendeeId, eveningId: 'evening', checkedIn: true, plays: true });
const scan = (change: Partial<Scan> = {}): Scan => ({
  id: 'e1',
  scanner: guest('maija'),
  scanned: guest('ali'),
  existing: null,
  entry: { arrivedAt: at },
  evening: { startedAt: new Date('2026-11-19T15:00:00Z'), closedAt: null },
  ...change,
});
const met = newEncounter('e1', 'maija', 'ali', at);
const note: Note = {
  agreed: 'Vertaisryhmä kirjastolle',
  nextStep: 'Soitan',
  date: '2026-11-26',
  owner: 'writer',
};
const share: SharingChoice = { fields: ['email'], audience: 'person' };

function must(outcome: { ok: true; value: Encounter } | { ok: false; code: string }): Encounter {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

describe('a pair', () => {
  it('is the same whoever scans', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(pairOf(a, b)).toEqual(pairOf(b, a));
        expect(pairOf(a, b).low <= pairOf(a, b).high).toBe(true);
        expect(newEncounter('e', a, b, at)).toEqual(newEncounter('e', b, a, at));
      }),
    );
  });
});

describe('meeting', () => {
  it('makes an encounter for both with empty notes and no choice on sharing', () => {
    expect(meet(scan())).toEqual({ ok: true, value: { encounter: met, change: 'made' } });
    expect(met.parties.map(({ attendeeId }) => attendeeId)).toEqual(['ali', 'maija']);
    expect(met.parties[0]).toMatchObject({ note: EMPTY_NOTE, choice: null });
  });

  it('changes nothing the second time, whoever scans', () => {
    const existing = must(writeNote(met, 'ali', note));
    const again = scan({ id: 'e2', scanner: guest('ali'), scanned: guest('maija'), existing });
    expect(meet(again)).toEqual({ ok: true, value: { encounter: existing, change: 'known' } });
  });

  it.each<[string, Partial<Scan>]>([
    ['own-badge', { scanned: guest('maija') }],
    ['other-evening', { scanned: { ...guest('ali'), eveningId: 'another' } }],
    ['not-checked-in', { scanner: { ...guest('maija'), checkedIn: false } }],
    ['other-not-checked-in', { scanned: { ...guest('ali'), checkedIn: false } }],
    ['not-playing', { scanner: { ...guest('maija'), plays: false } }],
    ['other-not-playing', { scanned: { ...guest('ali'), plays: false } }],
    ['evening-not-running', { evening: { startedAt: null, closedAt: null } }],
    ['evening-closed', { evening: { startedAt: new Date(0), closedAt: at } }],
  ])('refuses with %s', (code, change) => {
    expect(meet(scan(change))).toEqual({ ok: false, code });
  });
});

describe('notes', () => {
  it('are written to the own party only', () => {
    const written = must(writeNote(met, 'maija', { ...note, agreed: `  ${note.agreed}\r\n` }));
    expect(seenBy(written, 'maija')).toMatchObject({ own: { note }, other: { note: EMPTY_NOTE } });
    expect(seenBy(written, 'ali')).toMatchObject({ own: { note: EMPTY_NOTE }, other: { note } });
    expect(writeNote(met, 'eero', note)).toEqual({ ok: false, code: 'not-a-party' });
  });

  it('have limits in characters', () => {
    const flags = '🇫🇮'.repeat(NOTE_LIMITS.agreed);
    expect(writeNote(met, 'ali', { ...note, agreed: flags }).ok).toBe(true);
    expect(writeNote(met, 'ali', { ...note, agreed: `${flags}x` })).toMatchObject({
      code: 'text-too-long',
      data: { field: 'agreed', max: NOTE_LIMITS.agreed },
    });
    expect(writeNote(met, 'ali', { ...note, nextStep: 'x'.repeat(NOTE_LIMITS.nextStep + 1) })).toMatchObject({
      code: 'text-too-long',
      data: { field: 'nextStep' },
    });
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-11-2026', '2026-1-1', '', '2026-04-31'])(
    'know that %j is no day',
    (date) => {
      expect(writeNote(met, 'ali', { ...note, date })).toMatchObject({ ok: false, code: 'no-such-date' });
    },
  );

  it.each(['2028-02-29', '2026-12-31', '0099-01-01'])('know that %s is a day', (date) => {
    expect(writeNote(met, 'ali', { ...note, date }).ok).toBe(true);
  });

  it('are copied with one tap, the owner turned round', () => {
    const copied = must(agreeTheSame(must(writeNote(met, 'ali', note)), 'maija'));
    expect(seenBy(copied, 'maija')?.own.note).toEqual({ ...note, owner: 'other' });
    expect(seenBy(copied, 'ali')?.own.note).toEqual(note);
    expect(agreeTheSame(met, 'maija')).toEqual({ ok: false, code: 'nothing-to-copy' });
  });

  it('copied there and back are what they were', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NOTE_OWNERS, null), (owner) => {
        const written = must(writeNote(met, 'ali', { ...note, owner }));
        const back = must(agreeTheSame(must(agreeTheSame(written, 'maija')), 'ali'));
        expect(seenBy(back, 'ali')?.own.note).toEqual({ ...note, owner });
      }),
    );
  });
});

describe('removing an encounter', () => {
  const full = must(
    chooseSharing(must(writeNote(must(writeNote(met, 'maija', note)), 'ali', note)), 'ali', share),
  );

  it.each(['maija', 'ali'])('takes both notes and choices away when %s does it', (remover) => {
    const removed = must(removeEncounter(full, remover));
    expect(removed.removedBy).toBe(remover);
    expect(removed.parties).toEqual(met.parties);
  });

  it('works twice, keeps the first remover, and is for the parties only', () => {
    const removed = must(removeEncounter(full, 'maija'));
    expect(must(removeEncounter(removed, 'ali'))).toEqual(removed);
    expect(removeEncounter(full, 'eero')).toEqual({ ok: false, code: 'not-a-party' });
  });

  it('ends notes and sharing', () => {
    const removed = must(removeEncounter(full, 'maija'));
    const refused = { ok: false, code: 'encounter-removed' };
    expect(writeNote(removed, 'ali', note)).toEqual(refused);
    expect(agreeTheSame(removed, 'ali')).toEqual(refused);
    expect(chooseSharing(removed, 'ali', share)).toEqual(refused);
  });

  it('is undone by the remover’s own scan only, and then shares nothing by itself', () => {
    const existing = must(removeEncounter(full, 'maija'));
    const byOther = scan({ scanner: guest('ali'), scanned: guest('maija'), existing });
    expect(meet(byOther)).toEqual({ ok: false, code: 'removed-by-other' });
    const again = meet(scan({ id: 'e2', existing }));
    expect(again).toMatchObject({
      ok: true,
      value: { change: 'made-again', encounter: { id: 'e1', removedBy: null } },
    });
    const seen = again.ok ? seenBy(again.value.encounter, 'maija') : undefined;
    expect(seen).toEqual({
      own: { attendeeId: 'maija', note: EMPTY_NOTE, choice: NO_SHARING },
      other: { attendeeId: 'ali', note: EMPTY_NOTE, choice: null },
    });
  });

  it('withdrawing is an own no and leaves the rest', () => {
    const withdrawn = must(withdrawSharing(full, 'ali'));
    expect(seenBy(withdrawn, 'ali')).toEqual({
      ...seenBy(full, 'ali'),
      own: { ...seenBy(full, 'ali')?.own, choice: NO_SHARING },
    });
  });
});
