import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitOf, rowsThatFit } from './fit.js';

const short = 'Kuka kutsuu perheet?';
const long = 'Miten yhdistys saa kunnan tilan käyttöönsä iltaisin ilman kohtuutonta paperisotaa?';

it.each([
  ['Kiitos!', 'xl'],
  ['Yhteisvastuullisuusneuvosto', 'm'],
  ['Lasten ja perheiden kumppanuusilta', 'l'],
  [long, 'm'],
  [long.repeat(3), 's'],
])('%s is drawn %s', (text, fit) => expect(fitOf(text)).toBe(fit));

it('shows fewer questions the longer they are', () => {
  const five = (text: string) => Array.from({ length: 5 }, () => text);
  expect(rowsThatFit(five(short), undefined)).toBe(5);
  expect(rowsThatFit(five(long), undefined)).toBe(4);
  expect(rowsThatFit(five(short), short)).toBe(4);
  expect(rowsThatFit(five(long), long)).toBe(2);
  expect(rowsThatFit(five(short), 'x'.repeat(500))).toBe(0);
});

it('never shows more because something became longer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 500 }), { maxLength: 5 }),
      fc.string({ maxLength: 400 }),
      (next, onStage) => {
        const rows = rowsThatFit(next, onStage);
        expect(rows).toBeLessThanOrEqual(next.length);
        expect(
          rowsThatFit(
            next.map((text) => `${text} ja`),
            onStage,
          ),
        ).toBeLessThanOrEqual(rows);
      },
    ),
  );
});
