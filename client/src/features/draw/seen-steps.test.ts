import { expect, it } from 'vitest';
import { rememberSteps, seenSteps } from './seen-steps.js';

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const DRAW = { id: 'a', state: 'committed', commit: 'c', list: null, publicNumber: null };

it('keeps what was seen first, step by step', () => {
  const phone = memory();
  rememberSteps(DRAW, phone);
  expect(seenSteps('a', phone)).toEqual({ commit: 'c' });
  rememberSteps({ ...DRAW, state: 'frozen', commit: 'another', list: 'l' }, phone);
  expect(seenSteps('a', phone)).toEqual({ commit: 'c', list: 'l' });
});

it('takes nothing from an ended draw: that would check the result against itself', () => {
  const phone = memory();
  for (const state of ['done', 'void']) rememberSteps({ ...DRAW, state }, phone);
  expect(seenSteps('a', phone)).toEqual({});
});

it('does without a memory', () => {
  const closed = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('denied');
    },
  };
  rememberSteps(DRAW, closed);
  expect(seenSteps('a', closed)).toEqual({});
  expect(seenSteps('a', { getItem: () => '"text"', setItem: () => undefined })).toEqual({});
});
