import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dates } from './dates.js';
import type { TextLocale } from './locales.js';
import { type Message, translator } from './translator.js';

function say(icu: string, values: Record<string, string | number>, locale: TextLocale = 'fi'): string {
  return translator(locale, { key: compileMessageOrThrow(icu) as Message })('key', values);
}

describe('translator', () => {
  const waiting = '{count, plural, =0 {Ei ketään} one {# ihminen} other {# ihmistä}} jonossa';

  it('counts by the rules of the language', () => {
    expect(say(waiting, { count: 0 })).toBe('Ei ketään jonossa');
    expect(say(waiting, { count: 1 })).toBe('1 ihminen jonossa');
    expect(say(waiting, { count: 12_000 })).toBe('12\u00a0000 ihmistä jonossa');
    expect(say('{place, selectordinal, one {#st} two {#nd} other {#th}}', { place: 22 }, 'en')).toBe('22nd');
  });

  it('counts with an offset and selects inside a plural', () => {
    const icu =
      '{count, plural, offset:1 =1 {Maija} other {Maija ja # {who, select, board {jäsentä} other {muuta}}}}';
    expect(say(icu, { count: 1, who: 'board' })).toBe('Maija');
    expect(say(icu, { count: 4, who: 'board' })).toBe('Maija ja 3 jäsentä');
    expect(say(icu, { count: 4, who: 'x' })).toBe('Maija ja 3 muuta');
  });

  it('writes numbers in the reader’s way', () => {
    expect(say('{share, number, percent}', { share: 0.42 }, 'en')).toBe('42%');
    expect(say('{seats, number}', { seats: 1234.5 }, 'sv')).toBe('1\u00a0234,5');
  });

  it('leaves what people typed exactly as they typed it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(say('Hei {name}!', { name: typed })).toBe(`Hei ${typed}!`);
      }),
      { examples: [['\\x41'], ['\\u0041'], ['{name}'], ['#'], ['$&']] },
    );
  });

  it('shows a key that is not loaded', () => {
    expect(translator('fi', {})('app.gone')).toBe('app.gone');
  });
});

describe('dates', () => {
  const start = '2027-01-14T15:00:00Z';

  it('tells Helsinki time in each language, wherever the machine stands', () => {
    expect(dates('fi').write(start, 'longDate')).toBe('torstai 14. tammikuuta 2027');
    expect(dates('fi').write('2027-01-17T15:00:00Z', 'longDate')).toBe('sunnuntai 17. tammikuuta 2027');
    expect(dates('fi').span(start, '2027-01-15T15:00:00Z', 'longDate')).toMatch(
      /^torstai 14\..*perjantai 15\. tammikuuta 2027$/,
    );
    expect(dates('fi-selko').write(start, 'time')).toBe('17.00');
    expect(dates('sv').write(start, 'time')).toBe('17.00');
    expect(dates('en').write(start, 'longDateTime')).toContain('14 January 2027');
    expect(dates('en', 'Europe/London').write(start, 'time')).toBe('15:00');
  });

  it('keeps the hour of the clock when summer time begins', () => {
    expect(dates('fi').write('2027-03-28T00:59:00Z', 'time')).toBe('02.59');
    expect(dates('fi').write('2027-03-28T01:00:00Z', 'time')).toBe('04.00');
  });

  it('says a shared date once', () => {
    expect(dates('fi').span(start, '2027-01-14T18:00:00Z', 'dateTime')).toBe('14.1.2027 17.00–20.00');
  });
});
