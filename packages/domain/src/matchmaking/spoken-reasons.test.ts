import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from './matches.js';
import { MOST_REASONS, speak, waresOf, type Wishes, wishWords } from './spoken-reasons.js';
import { Vocabulary } from './vocabulary.js';
import { clausesOf, type Told, wordsOf } from './words.js';

const told = (text: string, ...tags: string[]) => ({ text, tags });
const nothing = told('');

/** Everything that may be quoted of what was told. */
function quotable({ text, tags }: Told): readonly string[] {
  const clauses = clausesOf(text);
  return [...clauses, ...tags, ...tags.map((tag) => `${clauses[0]} (${tag})`)];
}

/** Words that are only themselves. */
function vocabularyOf(...all: readonly Wishes[]): Vocabulary {
  return new Vocabulary(
    new Map(
      all
        .map(wishWords)
        .flatMap(({ offers, needs }) => [...offers, ...needs])
        .map((word) => [word, [word]]),
    ),
  );
}

describe('words of a wish', () => {
  it('are those that say what it is about', () => {
    expect(wordsOf('Tarjoan kokoustilaa torstaisin, ja KAHVIA 2 €!')).toEqual(['kokoustilaa', 'kahvia']);
    expect(wordsOf('Looking for volunteers')).toEqual(['for', 'volunteers']);
    expect(wordsOf('')).toEqual([]);
  });
});

describe('a reason', () => {
  it('quotes both, the other’s clause and the own one (S89)', () => {
    const me: Wishes = { offers: nothing, needs: told('Uusia vapaaehtoisia. Salivuoro') };
    const other: Wishes = { offers: told('Digitukea; vapaaehtoisia vanhustyöhön', 'kahvi'), needs: nothing };
    const vocabulary = vocabularyOf(me, other);
    const reasons: Reason[] = [{ kind: 'offers-what-you-need', term: 'vapaaehtoisia' }];
    expect(speak(reasons, me, other, vocabulary)).toEqual([
      {
        kind: 'offers-what-you-need',
        theirs: 'vapaaehtoisia vanhustyöhön',
        mine: 'Uusia vapaaehtoisia',
      },
    ]);
    expect(speak(reasons, me, { ...other, offers: told('Digitukea') }, vocabulary)).toEqual([]);
  });

  it('says what a tag is about, where one clause tells it', () => {
    const me: Wishes = { offers: nothing, needs: told('', 'puhuja') };
    const other: Wishes = { offers: told('Esitys teemailtaan', 'puhuja'), needs: nothing };
    const [reason] = speak(
      [{ kind: 'offers-what-you-need', term: 'puhuja' }],
      me,
      other,
      vocabularyOf(me, other),
    );
    expect(reason).toMatchObject({ theirs: 'Esitys teemailtaan (puhuja)', mine: 'puhuja' });
  });

  it('is short, whatever was written', () => {
    const long = told(`vapaaehtoisia ${'mukaan '.repeat(100)}`);
    const wishes: Wishes = { offers: long, needs: long };
    const [reason] = speak(
      [{ kind: 'offers-what-you-need', term: 'vapaaehtoisia' }],
      wishes,
      wishes,
      vocabularyOf(wishes),
    );
    expect(reason?.theirs).toMatch(/^vapaaehtoisia .{10,80}…$/);
  });

  it('is always in what both wrote, and never said twice', () => {
    const word = fc.constantFrom('tila', 'kahvi', 'puhuja', 'kyyti');
    const text = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
    const one = fc.tuple(text, fc.array(word, { maxLength: 2 })).map(([clauses, tags]) => ({
      text: clauses.map((words) => words.join(' ')).join('. '),
      tags,
    }));
    const wishes = fc.record({ offers: one, needs: one });
    fc.assert(
      fc.property(wishes, wishes, (me, other) => {
        const vocabulary = vocabularyOf(me, other);
        const [mine, theirs] = [waresOf(wishWords(me), vocabulary), waresOf(wishWords(other), vocabulary)];
        const reasons = mine.needs
          .filter((term) => theirs.offers.includes(term))
          .map((term): Reason => ({ kind: 'offers-what-you-need', term }));
        const spoken = speak(reasons, me, other, vocabulary);
        expect(spoken.length).toBe(Math.min(spoken.length, MOST_REASONS));
        expect(spoken.length > 0).toBe(reasons.length > 0);
        expect(new Set(spoken.map((reason) => reason.theirs)).size).toBe(spoken.length);
        for (const reason of spoken) {
          expect(quotable(other.offers)).toContain(reason.theirs);
          expect(quotable(me.needs)).toContain(reason.mine);
        }
      }),
      { numRuns: 100 },
    );
  });
});
