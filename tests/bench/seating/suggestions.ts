import {
  type Seeker,
  suggestMeetings,
  Vocabulary,
  waresOf,
  type Wishes,
  wishWords,
} from '@hillo/domain/matchmaking';
import { SIDES } from '@hillo/domain/registration';
import { type Figure, median, plain } from '../figures.js';
import { lehmer } from './rooms.js';

const PEOPLE = 1000;
const RUNS = 5;
const MOST_MS = 150;

type Chance = () => number;
const bySerial = (length: number) => Array.from({ length }, (_, at) => at);

/** Whom to meet, for a thousand people of whom each offers and needs six things; few things are common, many are rare. */
export function measureSuggestions(): Figure[] {
  const chance = lehmer(7);
  const term = () => `t${Math.floor(300 * chance() ** 2)}`;
  const terms = () => Array.from({ length: 6 }, term);
  const seekers = bySerial(PEOPLE).map((at): Seeker => ({
    ...personOf(at, chance),
    offers: terms(),
    needs: terms(),
  }));
  return [
    plain(
      `suggestions for ${PEOPLE} people, eight each: CPU`,
      'ms',
      cpuOf(() => suggestMeetings(seekers)),
      {
        most: MOST_MS,
      },
    ),
    fromWords(),
  ];
}

/** The same from what people wrote: words, which of them are about the same thing, and the suggestions. Stems are the database's. */
function fromWords(): Figure {
  const chance = lehmer(11);
  const words = bySerial(900).map(() => wordOf(chance));
  const clause = () =>
    Array.from({ length: 4 }, () => words[Math.floor(words.length * chance() ** 2)]).join(' ');
  const said = () => ({ text: `${clause()}. ${clause()}`, tags: [clause()] });
  const people = bySerial(PEOPLE).map((at) => {
    const wishes: Wishes = { offers: said(), needs: said() };
    return { ...personOf(at, chance), wishes };
  });
  const stems = new Map(words.map((word) => [word, [word.slice(0, -1), word.slice(0, -2), word]]));
  const ms = cpuOf(() => {
    const told = people.map(({ wishes, ...person }) => ({ person, words: wishWords(wishes) }));
    const known = new Set(told.flatMap(({ words: { offers, needs } }) => [...offers, ...needs]));
    const vocabulary = new Vocabulary(new Map([...stems].filter(([word]) => known.has(word))));
    return suggestMeetings(told.map(({ person, words }) => ({ ...person, ...waresOf(words, vocabulary) })));
  });
  return plain(`suggestions for ${PEOPLE} people from their own words: CPU`, 'ms', ms, { most: MOST_MS });
}

function personOf(at: number, chance: Chance): Omit<Seeker, 'offers' | 'needs'> {
  return {
    id: `p${at}`,
    side: SIDES[at % SIDES.length] ?? 'community',
    affiliation: `a${Math.floor(chance() * 200)}`,
    findable: chance() < 0.8,
    wantsSuggestions: true,
    met: new Set([`p${Math.floor(chance() * PEOPLE)}`]),
  };
}

/** Like Finnish: syllables. */
function wordOf(chance: Chance): string {
  const pick = (letters: string) => letters[Math.floor(letters.length * chance())] ?? '';
  return Array.from({ length: 2 + Math.floor(3 * chance()) }, () => pick('klmnprstv') + pick('aeiou')).join(
    '',
  );
}

function cpuOf(work: () => unknown): number {
  return median(
    bySerial(RUNS).map(() => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}
