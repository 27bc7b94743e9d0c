import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_NOTE,
  type Encounter,
  NO_SHARING,
  type Note,
  type SharingChoice,
  newEncounter,
} from '../encounters/index.js';
import { associationView, whoHasMyContact } from './disclosure.js';
import { contactKeptUntil } from './keeping.js';
import { nextStepEntries } from './next-steps.js';
import { SHEET_ORDERS, sortSheet } from './order.js';
import { type ContactRow, type Met, type Person, contactSheet } from './sheet.js';

const metAt = new Date('2026-11-19T16:30:00Z');
const email: SharingChoice = { fields: ['email', 'phone'], audience: 'person' };
const emailAndAssociation: SharingChoice = { ...email, audience: 'person-and-association' };

const person = (attendeeId: string, firstName: string): Person => ({
  attendeeId,
  firstName,
  affiliation: `${firstName}n yhdistys`,
  values: { lastName: 'Virtanen', email: `${attendeeId}@example.org`, phone: null },
  standing: null,
});
const maija = person('a', 'Maija');
const ali = person('b', 'Ali');
const note = (part: Partial<Note>): Note => ({ ...EMPTY_NOTE, ...part });

interface Said {
  readonly mine?: SharingChoice | null;
  readonly theirs?: SharingChoice | null;
  readonly own?: Note;
  readonly other?: Note;
}

/** Maija's view of meeting Ali. */
function meeting({ mine = null, theirs = null, own = EMPTY_NOTE, other = EMPTY_NOTE }: Said = {}): Met {
  const encounter: Encounter = {
    ...newEncounter('e1', 'a', 'b', metAt),
    parties: [
      { attendeeId: 'a', note: own, choice: mine },
      { attendeeId: 'b', note: other, choice: theirs },
    ],
  };
  return { encounter, me: maija, other: ali };
}
const removed = (met: Met): Met => ({ ...met, encounter: { ...met.encounter, removedBy: 'b' } });
const turned = ({ encounter, me, other }: Met): Met => ({ encounter, me: other, other: me });

describe('the contact sheet', () => {
  it('shows first name and affiliation after a scan, and nothing else', () => {
    expect(contactSheet([meeting()])).toEqual([
      {
        encounterId: 'e1',
        metAt,
        firstName: 'Ali',
        affiliation: 'Alin yhdistys',
        fields: {},
        kept: false,
        ownNote: EMPTY_NOTE,
        otherNote: EMPTY_NOTE,
        nextStep: null,
      },
    ]);
  });

  it('shows the filled fields among those chosen once both have said yes', () => {
    expect(contactSheet([meeting({ theirs: email })])[0]?.fields).toEqual({});
    const both = meeting({ mine: email, theirs: email });
    expect(contactSheet([both])[0]).toMatchObject({ kept: true, fields: { email: 'b@example.org' } });
    expect(contactSheet([both])[0]?.fields).not.toHaveProperty('lastName');
    expect(contactSheet([turned(both)])[0]?.fields).toEqual({ email: 'a@example.org' });
  });

  it('has no row of a removed encounter, nor of one between others', () => {
    expect(contactSheet([removed(meeting({ mine: email, theirs: email }))])).toEqual([]);
    expect(contactSheet([{ ...meeting(), me: person('c', 'Eero') }])).toEqual([]);
    expect(contactSheet([{ ...meeting(), other: person('c', 'Eero') }])).toEqual([]);
  });

  it('takes the next step from the own note, else from the other’s as seen from here', () => {
    const other = note({ nextStep: 'Soitan', date: '2026-12-01', owner: 'writer' });
    const step = (said: Said) => contactSheet([meeting(said)])[0]?.nextStep;
    expect(step({ other })).toEqual({ text: 'Soitan', date: '2026-12-01', owner: 'other', from: 'other' });
    const own = note({ nextStep: 'Varaan salin', owner: 'writer' });
    expect(step({ own, other })).toEqual({ text: 'Varaan salin', date: null, owner: 'me', from: 'own' });
    expect(step({ own: note({ agreed: 'Vain sovittu' }) })).toBeNull();
  });
});

describe('calendar entries of next steps', () => {
  it('are all-day, end the day after, and come earliest first', () => {
    const on = (date: string | null, id: string): ContactRow => ({
      ...contactSheet([meeting({ own: note({ nextStep: 'Tavataan', agreed: 'Retki', date }) })]).at(0)!,
      encounterId: id,
    });
    const entries = nextStepEntries([on('2026-12-31', 'x'), on(null, 'y'), on('2026-03-28', 'z')]);
    expect(entries.map(({ encounterId, start, end }) => [encounterId, start, end])).toEqual([
      ['z', '2026-03-28', '2026-03-29'],
      ['x', '2026-12-31', '2027-01-01'],
    ]);
    expect(entries[0]).toMatchObject({ text: 'Tavataan', agreed: 'Retki', firstName: 'Ali', owner: null });
  });

  it('tell what was agreed in the note that the step is from', () => {
    const other = note({ agreed: 'Alin sanoin', date: '2026-12-01' });
    const rows = contactSheet([meeting({ own: note({ agreed: 'Maijan sanoin' }), other })]);
    expect(nextStepEntries(rows)[0]?.agreed).toBe('Alin sanoin');
  });
});

describe('who has my contact', () => {
  it('lists who sees a filled field of mine now, and whether their association does', () => {
    const both = meeting({ mine: emailAndAssociation, theirs: email });
    expect(whoHasMyContact([both])).toEqual([
      {
        encounterId: 'e1',
        firstName: 'Ali',
        affiliation: 'Alin yhdistys',
        fields: ['email'],
        withAssociation: true,
      },
    ]);
    expect(whoHasMyContact([turned(both)])[0]?.withAssociation).toBe(false);
    expect(whoHasMyContact([meeting({ mine: email }), removed(both)])).toEqual([]);
    expect(whoHasMyContact([meeting({ mine: { ...email, fields: ['phone'] }, theirs: email })])).toEqual([]);
  });

  it('says the same as the other’s sheet shows', () => {
    const choices = fc.constantFrom<SharingChoice | null>(null, NO_SHARING, email, emailAndAssociation);
    fc.assert(
      fc.property(choices, choices, fc.boolean(), (mine, theirs, isRemoved) => {
        const met = isRemoved ? removed(meeting({ mine, theirs })) : meeting({ mine, theirs });
        const shown = contactSheet([turned(met)]).flatMap(({ fields }) => Object.keys(fields));
        expect(whoHasMyContact([met]).flatMap(({ fields }) => fields)).toEqual(shown);
      }),
    );
  });
});

describe('the association’s view', () => {
  const other = note({ agreed: 'Alin sana', date: '2026-12-01' });
  const view = (theirs: SharingChoice, associationMaySee = true) =>
    associationView([{ person: maija, associationMaySee, met: [meeting({ mine: email, theirs, other })] }]);

  it('leaves out who did not tick it', () => {
    expect(view(emailAndAssociation, false)).toEqual([]);
  });

  it('shows the other’s fields and note only under a text that named the association', () => {
    const hidden = view(email)[0]?.rows[0];
    expect(hidden).toMatchObject({ firstName: 'Ali', fields: {}, otherNote: EMPTY_NOTE, nextStep: null });
    const shown = view(emailAndAssociation)[0]?.rows[0];
    expect(shown).toMatchObject({ fields: { email: 'b@example.org' }, otherNote: other });
  });
});

describe('keeping', () => {
  const end = new Date('2026-11-19T20:00:00Z');

  it('is 12 months while both say yes, 30 days otherwise', () => {
    const both = meeting({ mine: email, theirs: email });
    expect(contactKeptUntil(both, end)).toEqual(new Date('2027-11-19T20:00:00Z'));
    for (const met of [meeting(), removed(both), meeting({ mine: NO_SHARING, theirs: email })]) {
      expect(contactKeptUntil(met, end)).toEqual(new Date('2026-12-19T20:00:00Z'));
    }
  });
});

describe('order of the sheet', () => {
  const row = (encounterId: string, firstName: string, part: Partial<ContactRow> = {}): ContactRow => ({
    ...contactSheet([meeting()]).at(0)!,
    encounterId,
    firstName,
    affiliation: '',
    ...part,
  });
  const names = (rows: readonly ContactRow[]) => rows.map(({ firstName }) => firstName).join(' ');

  it('follows the language', () => {
    const rows = ['Öljy', 'Åsa', 'Zeta', 'Äiti', 'Aino'].map((name) => row(name, name));
    expect(names(sortSheet(rows, 'name', 'fi'))).toBe('Aino Zeta Åsa Äiti Öljy');
    expect(names(sortSheet(rows, 'name', 'fi-selko'))).toBe('Aino Zeta Åsa Äiti Öljy');
    expect(names(sortSheet(rows, 'name', 'sv'))).toBe('Aino Zeta Åsa Äiti Öljy');
    expect(names(sortSheet(rows, 'name', 'en'))).toBe('Aino Äiti Åsa Öljy Zeta');
  });

  it('puts steps without a date last and tells equal names apart by the shared last name', () => {
    const step = (date: string | null) => ({
      nextStep: { text: '', date, owner: null, from: 'own' as const },
    });
    const rows = [
      row('1', 'Eino'),
      row('2', 'Veera', step('2026-12-02')),
      row('3', 'Ulla', step('2026-12-01')),
    ];
    expect(names(sortSheet(rows, 'next-step', 'fi'))).toBe('Ulla Veera Eino');
    const twins = [
      row('1', 'Ali', { fields: { lastName: 'Virta' } }),
      row('2', 'Ali', { fields: { lastName: 'Aho' } }),
    ];
    expect(sortSheet(twins, 'name', 'fi').map(({ encounterId }) => encounterId)).toEqual(['2', '1']);
  });

  it('does not depend on how the rows arrived', () => {
    const rows = ['Ali', 'Ali', 'Åsa', 'Zoë'].map((name, index) => row(String(index), name));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 4 }),
        fc.constantFrom(...SHEET_ORDERS),
        (shuffled, order) => {
          expect(sortSheet(shuffled, order, 'fi')).toEqual(sortSheet(rows, order, 'fi'));
        },
      ),
    );
  });
});
