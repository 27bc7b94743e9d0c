import { type SeededRandom, seededRandom } from '@hillo/testing/random';

export const PHONES = 50;
export const HOSTS = 2;
const ROUNDS = 5;
const AT_ONCE = 5;
/** Typed in by the hosts before the first round. */
export const FIRST = 5;

const MOVES = ['approve', 'approve', 'approve', 'put-on-stage', 'put-back', 'answer', 'hide'] as const;

/** What somebody does; questions are named by the step that asks them, for their ids are not known before. */
export type Step =
  | { readonly kind: 'ask'; readonly phone: number; readonly question: number }
  | {
      readonly kind: 'vote' | 'take-back' | 'withdraw';
      readonly phone: number;
      readonly question: number;
    }
  | {
      readonly kind: 'move';
      readonly host: number;
      readonly question: number;
      readonly move: (typeof MOVES)[number];
    }
  | { readonly kind: 'merge'; readonly host: number; readonly question: number; readonly into: number }
  | { readonly kind: 'edit' | 'place'; readonly host: number; readonly question: number }
  | { readonly kind: 'moderation'; readonly host: number; readonly isModerated: boolean }
  | { readonly kind: 'cut'; readonly phone: number }
  | { readonly kind: 'back'; readonly phone: number };

/** Rounds of steps; those of a round happen at once. The same for the same seed, everywhere. */
export function scheduleOf(seed: number): readonly (readonly Step[])[] {
  const random = seededRandom(`panel ${seed}`);
  const asked: Extract<Step, { kind: 'ask' }>[] = [];
  return Array.from({ length: ROUNDS }, () => {
    const before = [...asked];
    return Array.from({ length: AT_ONCE }, () => {
      const step = stepOf(random, before, FIRST + asked.length);
      if (step.kind === 'ask') asked.push(step);
      return step;
    });
  });
}

/** @param asked in the rounds before */
function stepOf(random: SeededRandom, asked: readonly Extract<Step, { kind: 'ask' }>[], next: number): Step {
  const known = FIRST + asked.length;
  const phone = random.below(PHONES);
  const host = random.below(HOSTS);
  const question = random.below(known);
  const lot = random.below(100);
  if (lot < 14) return { kind: 'ask', phone, question: next };
  if (lot < 40) return { kind: 'vote', phone, question };
  if (lot < 47) return { kind: 'take-back', phone, question };
  if (lot < 52) {
    const own = asked[random.below(Math.max(1, asked.length))];
    return { ...(own ?? { phone, question }), kind: 'withdraw' };
  }
  if (lot < 68) return { kind: 'move', host, question, move: random.pick(MOVES) };
  if (lot < 75) return { kind: 'merge', host, question, into: random.below(known) };
  if (lot < 79) return { kind: 'edit', host, question };
  if (lot < 83) return { kind: 'place', host, question };
  if (lot < 86) return { kind: 'moderation', host, isModerated: random.happens(50) };
  return lot < 94 ? { kind: 'cut', phone } : { kind: 'back', phone };
}
