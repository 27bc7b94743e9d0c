import { expect, it } from 'vitest';
import { goesWithErasure } from './erasure.js';

const opened = new Date('2026-11-20T12:00:00Z');

it.each([
  ['child', null, true],
  ['child', opened, true],
  ['support', null, true],
  ['support', opened, false],
  ['person', null, false],
] as const)('a %s whose page was opened %s goes along: %s', (kind, openedAt, goes) => {
  expect(goesWithErasure({ kind, openedAt })).toBe(goes);
});
