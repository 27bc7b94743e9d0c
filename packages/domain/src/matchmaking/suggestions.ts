import { type Side, SIDES } from '../registration/index.js';
import { Market, type Wares } from './matches.js';

/** So many people worth meeting are suggested to each at most. */
export const MOST_SUGGESTIONS = 8;
/** So many of them of one affiliation. */
export const MOST_OF_AN_AFFILIATION = 2;

/** A person of the evening. Terms come normalised: tags folded, words of free text as stems (of the database's dictionaries). */
export interface Seeker extends Wares {
  readonly id: string;
  readonly side: Side;
  /** Folded, so that spellings of one community are equal; null: none told. */
  readonly affiliation: string | null;
  /** Ticked "others may be told what I offer and need", and not left out of others' suggestions. */
  readonly findable: boolean;
  /** Has not turned suggestions off. */
  readonly wantsSuggestions: boolean;
  /** Ids of those already met. */
  readonly met: ReadonlySet<string>;
}

/**
 * The best so many of a person's matches are looked at: enough to share popular people and mix affiliations. Of equally good ones
 * at the end of the list everybody looks at others.
 */
const CHOICE = 64;

/** People of another side are worth more (S64), those of one's own community, whom one knows, less. */
const OTHER_SIDE = 1.25;
const OWN_AFFILIATION = 0.4;

/**
 * Whom to meet, by the id of each person who wants to know, best first (S40, S89, S226). Nobody who is not findable,
 * oneself or already met; few of one affiliation. Popular people are shared: everybody gets a first suggestion before
 * anybody gets a second, and each suggestion makes a person less likely for the next one. The same people in any order
 * of their ids give the same suggestions. Conversation starters, never grades: why to talk is told by `reasonsToMeet`.
 */
export function suggestMeetings(seekers: readonly Seeker[]): Map<string, readonly string[]> {
  const people = seekers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const market = new Market(people, (person) => people[person]?.findable === true);
  const affiliation = affiliationsOf(people);
  const open = choicesOf(people, market, affiliation);
  const chosen: number[][] = people.map(() => []);
  const shown = new Int32Array(people.length);
  const findable = people.filter((person) => person.findable).length;
  const fair = Math.max(1, (MOST_SUGGESTIONS * people.length) / Math.max(1, findable));
  const mayCome = (taken: readonly number[], other: number) => {
    const own = affiliation[other] as number;
    return (
      !taken.includes(other) &&
      (own === NONE || taken.filter((one) => affiliation[one] === own).length < MOST_OF_AN_AFFILIATION)
    );
  };
  // Whoever has the fewest to choose from chooses first.
  const order = [...open.keys()].sort((a, b) => (open[a]?.length ?? 0) - (open[b]?.length ?? 0) || a - b);
  for (let turn = 0; turn < MOST_SUGGESTIONS; turn += 1)
    for (const at of order) {
      const taken = chosen[at] as number[];
      let best = NONE;
      let most = 0;
      for (const { other, worth } of open[at] ?? []) {
        if (worth <= most) break; // the best come first, and being shown makes nobody better
        const shared = worth / (1 + (shown[other] as number) / fair);
        if (shared <= most || !mayCome(taken, other)) continue;
        best = other;
        most = shared;
      }
      if (best === NONE) continue;
      taken.push(best);
      shown[best] = (shown[best] as number) + 1;
    }
  return new Map(
    people.flatMap(({ id, wantsSuggestions }, at): [string, readonly string[]][] =>
      wantsSuggestions ? [[id, (chosen[at] ?? []).map((other) => people[other]?.id ?? '')]] : [],
    ),
  );
}

const NONE = -1;

interface Choice {
  readonly other: number;
  readonly worth: number;
}

/** The best matches of each person, those already met left out; worked out with numbers, for there are many. */
function choicesOf(people: readonly Seeker[], market: Market, affiliation: Int32Array): Choice[][] {
  const numbers = new Map(people.map(({ id }, at) => [id, at]));
  const sides = Int32Array.from(people, ({ side }) => SIDES.indexOf(side));
  const others = new Int32Array(people.length);
  const worths = new Float64Array(people.length);
  /** By person: the last one who has met them, so that nothing need be cleared. */
  const metBy = new Int32Array(people.length).fill(NONE);
  return people.map((seeker, at) => {
    if (!seeker.wantsSuggestions) return [];
    for (const id of seeker.met) metBy[numbers.get(id) ?? at] = at;
    const [ownSide, own] = [sides[at], affiliation[at]];
    let found = 0;
    market.forMatches(at, (other, worth) => {
      if (metBy[other] === at) return;
      const side = sides[other] === ownSide ? 1 : OTHER_SIDE;
      const known = own !== NONE && affiliation[other] === own;
      others[found] = other;
      worths[found] = worth * side * (known ? OWN_AFFILIATION : 1);
      found += 1;
    });
    return bestOf(others, worths, found, at).sort((a, b) => b.worth - a.worth || a.other - b.other);
  });
}

/** The best of what was found, {@link CHOICE} at most; the last of them, equally good, are those that follow the person. */
function bestOf(others: Int32Array, worths: Float64Array, found: number, at: number): Choice[] {
  const least = found > CHOICE ? nthGreatest(worths.slice(0, found), CHOICE) : 0;
  const choice: Choice[] = [];
  const equal: Choice[] = [];
  for (let place = 0; place < found; place += 1) {
    const worth = worths[place] as number;
    if (worth >= least) (worth > least ? choice : equal).push({ other: others[place] as number, worth });
  }
  const rank = ({ other }: Choice) => (other > at ? other - at : other + worths.length - at);
  return choice.concat(equal.sort((a, b) => rank(a) - rank(b)).slice(0, CHOICE - choice.length));
}

/** Hoare's selection (Comm. ACM 4 (1961) 321): the n-th greatest, `n` from 1; puts the values into another order. */
function nthGreatest(values: Float64Array, n: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] as number) > pivot) left += 1;
      while ((values[right] as number) < pivot) right -= 1;
      if (left > right) break;
      [values[left], values[right]] = [values[right] as number, values[left] as number];
      left += 1;
      right -= 1;
    }
    if (n - 1 <= right) high = right;
    else if (n - 1 >= left) low = left;
    else break;
  }
  return values[n - 1] as number;
}

/** Numbers for equal affiliations. */
function affiliationsOf(people: readonly Seeker[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(people, ({ affiliation }) => {
    if (affiliation === null) return NONE;
    const number = numbers.get(affiliation) ?? numbers.size;
    numbers.set(affiliation, number);
    return number;
  });
}
