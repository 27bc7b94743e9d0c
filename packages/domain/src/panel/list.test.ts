import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../shared/index.js';
import { MARKED_WORDS } from './marked-words.js';
import { markedWords } from './marking.js';
import { moveQuestion, orderQuestions } from './order.js';
import { QUESTION_STATES } from './states.js';
import { countVotes, mayMerge, mayVote } from './votes.js';

const times = ['2026-11-26T16:00:00.000Z', '2026-11-26T16:00:00.500Z', '2026-11-26T17:00:00.000Z'];

/** A list with so many placed by hand, as an evening leaves it. */
const lists = fc
  .tuple(
    fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 }),
    fc.nat(12),
    fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }),
    fc.array(fc.constantFrom(...times), { minLength: 12, maxLength: 12 }),
  )
  .map(([ids, placed, votes, asked]) =>
    ids.map((id, index) => ({
      id,
      place: index < placed ? index : null,
      votes: votes[index] ?? 0,
      askedAt: asked[index] ?? '',
    })),
  );

describe('the order of questions', () => {
  it('is by hand, then by votes, then by age, whatever order they come in', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (list, seed) => {
        const cut = seed % list.length;
        const turned = [...list.slice(cut), ...list.slice(0, cut)];
        const ordered = orderQuestions(turned);
        expect(ordered).toEqual(orderQuestions(list));
        const free = ordered.findIndex(({ place }) => place === null);
        const placed = free < 0 ? ordered : ordered.slice(0, free);
        const rest = free < 0 ? [] : ordered.slice(free);
        expect(placed.every(({ place }, index) => place === index)).toBe(true);
        expect(rest.every(({ place }) => place === null)).toBe(true);
        for (const [index, one] of rest.entries()) {
          const next = rest[index + 1];
          if (!next) continue;
          expect(one.votes).toBeGreaterThanOrEqual(next.votes);
          if (one.votes === next.votes) expect(one.askedAt <= next.askedAt).toBe(true);
        }
      }),
    );
  });

  it('shows a moved question where it was dropped, and keeps it there whatever votes come', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(14), fc.array(fc.nat(50)), (list, which, to, later) => {
        const before = orderQuestions(list);
        const ids = before.map(({ id }) => id);
        const placedBefore = before.filter(({ place }) => place !== null).length;
        const moved = ids.at(which % ids.length) ?? '';
        const placed = moveQuestion(ids, placedBefore, moved, to);
        const target = Math.min(to, ids.length - 1);
        const after = orderQuestions(
          before.map((question, index) => {
            const place = placed.indexOf(question.id);
            return {
              ...question,
              place: place < 0 ? null : place,
              votes: question.votes + (later[index] ?? 0),
            };
          }),
        ).map(({ id }) => id);
        expect(after.indexOf(moved)).toBe(target);
        // Everybody else above it keeps the order among themselves.
        const others = ids.filter((id) => id !== moved);
        expect(after.slice(0, target)).toEqual(others.slice(0, target));
        for (const { id, place } of before) if (place !== null) expect(placed).toContain(id);
      }),
    );
  });

  it('ignores a question that is not there any more', () => {
    expect(moveQuestion(['a', 'b'], 1, 'x', 0)).toEqual(['a']);
  });
});

describe('votes', () => {
  it('count a person once, however many merged questions they voted for', () => {
    const voters = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(fc.array(voters), (groups) => {
        const all = countVotes(groups);
        expect(all).toBeLessThanOrEqual(5);
        for (const group of groups) expect(all).toBeGreaterThanOrEqual(new Set(group).size);
        // Merged one by one or at once: the same.
        expect(countVotes([groups.flat()])).toBe(all);
        expect(countVotes([...groups, ...groups])).toBe(all);
      }),
    );
  });

  it('go to what everybody sees and nobody answered, never to the own', () => {
    for (const state of QUESTION_STATES) {
      expect(mayVote(state, false).ok, state).toBe(state === 'shown' || state === 'on-stage');
      expect(mayVote(state, true)).toMatchObject({ code: 'own-question' });
    }
  });

  it('merge into a question that is still asked, never into itself', () => {
    const one = { id: '1', state: 'shown' } as const;
    for (const state of QUESTION_STATES) {
      const outcome = mayMerge(one, { id: '2', state });
      expect(outcome.ok, state).toBe(['waiting', 'shown', 'on-stage'].includes(state));
      expect(mayMerge({ id: '2', state }, one).ok, state).toBe(['waiting', 'shown'].includes(state));
    }
    expect(mayMerge(one, one)).toMatchObject({ code: 'merge-target' });
  });
});

describe('the word list', () => {
  it('marks words in any case, with and without dots, and says which', () => {
    expect(markedWords('Mitä VITTUA tämä on, p.e.r kele? Perkele!')).toEqual(['vittua', 'perkele']);
    expect(markedWords('Vilken jävla idé')).toEqual(['javla']);
    expect(markedWords('What the fucking hell')).toEqual(['fucking']);
  });

  it('leaves ordinary questions of all three languages alone', () => {
    for (const text of [
      'Kuka saattaa auttaa? Saatan tulla itsekin mukaan, jos saatan.',
      'Kukkia vai kahvia vanhusten luo?',
      'Hur kan föreningarna hjälpa invandrade familjer? Kuka käy?',
      'Could we put on a short skit at the library?',
      'Miten vammaisten ja romanien ääni kuuluu pöydässä?',
    ])
      expect(markedWords(text), text).toEqual([]);
  });

  it('is written as it folds, without doubles', () => {
    for (const words of Object.values(MARKED_WORDS)) {
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(foldText(word.replace('*', ''))).toBe(word.replace('*', ''));
    }
  });
});
