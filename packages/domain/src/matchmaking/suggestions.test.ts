import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIDES } from '../registration/index.js';
import { reasonsToMeet } from './matches.js';
import { MOST_OF_AN_AFFILIATION, MOST_SUGGESTIONS, type Seeker, suggestMeetings } from './suggestions.js';

function seeker(id: string, change: Partial<Seeker> = {}): Seeker {
  return {
    id,
    side: 'community',
    affiliation: null,
    offers: [],
    needs: [],
    findable: true,
    wantsSuggestions: true,
    met: new Set(),
    ...change,
  };
}

const idsFor = (id: string, people: readonly Seeker[]) => suggestMeetings(people).get(id);

describe('whom to meet', () => {
  it('tells both why: volunteers are offered and needed (S89)', () => {
    const association = seeker('association', { offers: ['vapaaehto'] });
    const elderCare = seeker('elder-care', { needs: ['vapaaehto'], side: 'public' });
    expect(suggestMeetings([association, elderCare, seeker('other', { offers: ['tila'] })])).toEqual(
      new Map([
        ['association', ['elder-care']],
        ['elder-care', ['association']],
        ['other', []],
      ]),
    );
    expect(reasonsToMeet(association, elderCare)).toEqual([
      { kind: 'needs-what-you-offer', term: 'vapaaehto' },
    ]);
    expect(reasonsToMeet(elderCare, association)).toEqual([
      { kind: 'offers-what-you-need', term: 'vapaaehto' },
    ]);
  });

  it('prefers rare terms, another side, and whom one does not know from one’s own community', () => {
    const needs = ['tila', 'kieli'];
    const me = seeker('me', { needs, affiliation: 'kerho' });
    const crowd = Array.from({ length: 6 }, (_, at) => seeker(`z${at}`, { offers: ['tila'] }));
    expect(idsFor('me', [me, ...crowd, seeker('rare', { offers: ['kieli'] })])?.[0]).toBe('rare');
    expect(idsFor('me', [me, ...crowd, seeker('zz', { offers: ['tila'], side: 'business' })])?.[0]).toBe(
      'zz',
    );
    const own = idsFor('me', [
      me,
      ...crowd.slice(0, 3),
      seeker('a', { offers: ['tila'], affiliation: 'kerho' }),
    ]);
    expect(own?.at(-1)).toBe('a');
  });

  it('shares a popular person: nobody is suggested to all while others have the same to offer', () => {
    const givers = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7', 'g8', 'g9', 'g10'];
    const people = [
      ...givers.map((id) => seeker(id, { offers: ['kahvi'] })),
      ...Array.from({ length: 10 }, (_, at) => seeker(`n${at}`, { needs: ['kahvi'] })),
    ];
    const all = suggestMeetings(people);
    const shown = givers.map((giver) => people.filter(({ id }) => all.get(id)?.includes(giver)).length);
    // Each of ten needs eight of ten givers: eight times each, give or take one.
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(MOST_SUGGESTIONS - 1);
    expect(Math.max(...shown)).toBeLessThanOrEqual(MOST_SUGGESTIONS + 1);
  });

  it('shares a crowd of equals, of whom nobody can look at all', () => {
    const ids = Array.from({ length: 300 }, (_, at) => `p${String(at).padStart(3, '0')}`);
    const all = suggestMeetings(ids.map((id) => seeker(id, { offers: ['kahvi'], needs: ['kahvi'] })));
    const times = new Map(ids.map((id) => [id, 0]));
    for (const other of [...all.values()].flat()) times.set(other, (times.get(other) ?? 0) + 1);
    expect(Math.min(...times.values())).toBeGreaterThanOrEqual(MOST_SUGGESTIONS - 2);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(MOST_SUGGESTIONS + 2);
  });
});

const terms = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
const ids = Array.from({ length: 24 }, (_, at) => `p${at}`);
const evenings = fc
  .tuple(
    ...ids.map((id) =>
      fc.record<Seeker>({
        id: fc.constant(id),
        side: fc.constantFrom(...SIDES),
        affiliation: fc.constantFrom(null, 'x', 'y'),
        offers: terms,
        needs: terms,
        findable: fc.boolean(),
        wantsSuggestions: fc.boolean(),
        met: fc.array(fc.constantFrom(...ids), { maxLength: 4 }).map((all) => new Set(all)),
      }),
    ),
  )
  .map((people) => [...people]);

describe('every suggestion', () => {
  it('is wanted, allowed, new, true and one of few', () => {
    fc.assert(
      fc.property(evenings, (people) => {
        const all = suggestMeetings(people);
        const byId = new Map(people.map((person) => [person.id, person]));
        expect([...all.keys()].sort()).toEqual(
          people
            .filter((one) => one.wantsSuggestions)
            .map(({ id }) => id)
            .sort(),
        );
        for (const [id, suggestions] of all) {
          const me = byId.get(id)!;
          expect(suggestions.length).toBeLessThanOrEqual(MOST_SUGGESTIONS);
          expect(new Set(suggestions).size).toBe(suggestions.length);
          const affiliations = suggestions.map((one) => byId.get(one)?.affiliation);
          for (const name of ['x', 'y'])
            expect(affiliations.filter((one) => one === name).length).toBeLessThanOrEqual(
              MOST_OF_AN_AFFILIATION,
            );
          for (const otherId of suggestions) {
            const other = byId.get(otherId)!;
            const reasons = reasonsToMeet(me, other);
            expect([other.findable, otherId === id, me.met.has(otherId)]).toEqual([true, false, false]);
            expect(reasons.length).toBeGreaterThan(0);
            for (const { kind, term } of reasons) {
              const [offers, needs] =
                kind === 'offers-what-you-need' ? [other.offers, me.needs] : [me.offers, other.needs];
              expect([offers.includes(term), needs.includes(term)]).toEqual([true, true]);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the list', () => {
    fc.assert(
      fc.property(evenings, (people) => {
        expect(suggestMeetings(people.toReversed())).toEqual(suggestMeetings(people));
      }),
      { numRuns: 20 },
    );
  });
});
