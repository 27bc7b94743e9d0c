import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../accounts/index.js';
import { type DrawCandidate, DRAW_OBSTACLES, drawEntrants, drawObstacles } from './entry.js';
import { type Prize, PRIZES_MAX, PRIZE_KINDS, PRIZE_WORDS_MAX, checkPrizes } from './prizes.js';

const player: DrawCandidate = {
  registrationId: 'r1',
  roles: ['attendee'],
  mayEnterDraw: true,
  checkedIn: true,
  optedIn: true,
  hasRow: true,
};
const candidate: fc.Arbitrary<DrawCandidate> = fc.record({
  registrationId: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
  roles: fc.subarray([...ROLES]),
  mayEnterDraw: fc.boolean(),
  checkedIn: fc.boolean(),
  optedIn: fc.boolean(),
  hasRow: fc.boolean(),
});

describe('drawObstacles', () => {
  it('has none for an attendee who came, wishes to win and has a row', () => {
    expect(drawObstacles(player)).toEqual([]);
  });

  it.each([
    ['works-here', { roles: ['attendee', 'organiser'] }],
    ['works-here', { roles: ['attendee', 'helper'] }],
    ['works-here', { roles: ['attendee', 'access-host'] }],
    ['works-here', { roles: ['attendee', 'door'] }],
    ['works-here', { roles: ['attendee', 'host'] }],
    ['does-not-play', { mayEnterDraw: false }],
    ['not-checked-in', { checkedIn: false }],
    ['not-opted-in', { optedIn: false }],
    ['no-row', { hasRow: false }],
  ] as const)('says %s for %j', (obstacle, change) => {
    expect(drawObstacles({ ...player, ...change })).toEqual([obstacle]);
  });

  it('tells every reason at once, in the order of the list', () => {
    const nothing = {
      roles: ['door'],
      mayEnterDraw: false,
      checkedIn: false,
      optedIn: false,
      hasRow: false,
    } as const;
    expect(drawObstacles({ ...player, ...nothing })).toEqual(DRAW_OBSTACLES);
  });
});

describe('drawEntrants', () => {
  it('gives one ticket a person, and none to anybody who is kept out', () => {
    fc.assert(
      fc.property(fc.array(candidate), (candidates) => {
        const entrants = drawEntrants(candidates);
        expect(new Set(entrants).size).toBe(entrants.length);
        for (const each of candidates) {
          const free = candidates
            .filter(({ registrationId }) => registrationId === each.registrationId)
            .every((row) => drawObstacles(row).length === 0);
          expect(entrants.includes(each.registrationId)).toBe(free);
        }
      }),
    );
  });
});

describe('checkPrizes', () => {
  const prize = (kind: Prize['kind'], words: string): Prize => ({ kind, words });

  it('cleans the words and lets a kind speak for itself', () => {
    const prizes = [prize('use-of-space', ' Kylätalo,  kolme tuntia '), prize('visit', '')];
    expect(checkPrizes(prizes)).toEqual({
      ok: true,
      value: [prize('use-of-space', 'Kylätalo, kolme tuntia'), prize('visit', '')],
    });
  });

  it('refuses no prizes, too many, a nameless other and words that cannot be stored', () => {
    const many = Array.from({ length: PRIZES_MAX + 1 }, () => prize('visit', ''));
    expect(checkPrizes([])).toEqual({ ok: false, code: 'prizes-missing' });
    expect(checkPrizes(many)).toEqual({ ok: false, code: 'too-many-prizes', data: { max: PRIZES_MAX } });
    expect(checkPrizes([prize('visit', ''), prize('other', ' ')])).toEqual({
      ok: false,
      code: 'prize-words-missing',
      data: { prize: 1 },
    });
    const long = 'x'.repeat(PRIZE_WORDS_MAX + 1);
    expect(checkPrizes([prize('visit', long)])).toEqual({
      ok: false,
      code: 'text-too-long',
      data: { max: PRIZE_WORDS_MAX, prize: 0 },
    });
  });

  it('keeps number, order and kinds, and changes nothing the second time', () => {
    const any = fc.record({ kind: fc.constantFrom(...PRIZE_KINDS), words: fc.string() });
    fc.assert(
      fc.property(fc.array(any, { maxLength: PRIZES_MAX }), (prizes) => {
        const once = checkPrizes(prizes);
        if (!once.ok) return;
        expect(once.value.map(({ kind }) => kind)).toEqual(prizes.map(({ kind }) => kind));
        expect(checkPrizes(once.value)).toEqual(once);
      }),
    );
  });
});
