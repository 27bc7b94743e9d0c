import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stems, Vocabulary } from './vocabulary.js';

/** As PostgreSQL's Finnish, Swedish and English dictionaries give them. */
const STEMS: Stems = new Map([
  ['vapaaehtoisia', ['vapaaehtois', 'vapaaehtoisi', 'vapaaehtoisia']],
  ['vapaaehtoinen', ['vapaaehtoin', 'vapaaehtoin', 'vapaaehtoinen']],
  ['vapaaehtoistyö', ['vapaaehtoistyö', 'vapaaehtoistyö', 'vapaaehtoistyö']],
  ['liikunta', ['liikun', 'liikunt', 'liikunta']],
  ['liikuntaa', ['liikunt', 'liikunta', 'liikuntaa']],
  ['kokoustila', ['kokoustil', 'kokoustil', 'kokoustila']],
  ['tilaa', ['tila', 'tila', 'tilaa']],
  ['talo', ['talo', 'talo', 'talo']],
  ['talous', ['talous', 'talous', 'talous']],
  ['puhuja', ['puhu', 'puhuj', 'puhuja']],
  ['volunteers', ['volunteers', 'volunteer', 'volunt']],
  ['volunteering', ['volunteering', 'volunteering', 'volunt']],
  ['frivilliga', ['frivillig', 'frivil', 'frivilliga']],
  ['frivillig', ['frivillig', 'frivil', 'frivillig']],
]);

const share = (a: string, b: string, vocabulary = new Vocabulary(STEMS)) =>
  vocabulary.termsOf(a).some((term) => vocabulary.termsOf(b).includes(term));

describe('words about the same thing', () => {
  it.each([
    ['vapaaehtoisia', 'vapaaehtoinen'],
    ['vapaaehtoistyö', 'vapaaehtoisia'],
    ['liikunta', 'liikuntaa'],
    ['kokoustila', 'tilaa'],
    ['volunteers', 'volunteering'],
    ['frivilliga', 'frivillig'],
  ])('%s and %s', (a, b) => expect(share(a, b)).toBe(true));

  it.each([
    ['talo', 'talous'],
    ['puhuja', 'liikunta'],
    ['tilaa', 'talo'],
    ['volunteers', 'vapaaehtoisia'],
  ])('but not %s and %s', (a, b) => expect(share(a, b)).toBe(false));

  it('do not count stop words', () => {
    expect(new Vocabulary(STEMS).termsOf('and')).toEqual([]);
  });
});

const word = fc.stringMatching(/^[aklistöu]{3,9}$/);
const vocabularies = fc.dictionary(word, fc.array(word, { maxLength: 3 }), { maxKeys: 30 });

describe('every vocabulary', () => {
  it('knows each of its words, whatever the order they came in', () => {
    fc.assert(
      fc.property(vocabularies, (all) => {
        const entries = Object.entries(all);
        const [one, other] = [
          new Vocabulary(new Map(entries)),
          new Vocabulary(new Map(entries.toReversed())),
        ];
        for (const [known] of entries) {
          expect(one.termsOf(known).length).toBeGreaterThan(0);
          expect(other.termsOf(known)).toEqual(one.termsOf(known));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('puts words with an equal long stem together', () => {
    fc.assert(
      fc.property(vocabularies, fc.stringMatching(/^[aeiou]{4,8}$/), (all, stem) => {
        const stems = new Map([...Object.entries(all), ['xxx', [stem]], ['zzz', [stem]]]);
        expect(share('xxx', 'zzz', new Vocabulary(stems))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
