import { foldedWords, foldText } from '../shared/index.js';

/** A person as the door sees them (product rule 15): no e-mail, phone, access needs or notes. */
export interface SearchablePerson {
  readonly firstName: string;
  readonly lastName: string | null;
  readonly affiliation: string | null;
}

/**
 * The text in which a name is searched: folded names and affiliation (T47). Stored beside the registration, so that
 * server and phone find the same.
 */
export function searchKey(person: SearchablePerson): string {
  return foldText([person.firstName, person.lastName ?? '', person.affiliation ?? ''].join(' '));
}

/** How well a query fits: `start`, each word begins a word of the key; `part`, each is found somewhere. */
export type NameMatch = 'start' | 'part';

/**
 * Whether part of a name finds a person (issue, section 5): words in any order, without regard to case, hyphens or
 * diacritics, so `mak maij` finds Maija Mäkelä. Every word of the query must be found. An empty query finds nobody.
 *
 * @param key of {@link searchKey}
 */
export function matchName(query: string, key: string): NameMatch | null {
  const wanted = foldedWords(query);
  if (wanted.length === 0 || !wanted.every((word) => key.includes(word))) return null;
  const words = key.split(' ');
  return wanted.every((word) => words.some((other) => other.startsWith(word))) ? 'start' : 'part';
}

/** At most `limit` people whom a part of a name finds: those whose words begin so first, else in the order given. */
export function searchByName<Person extends { readonly searchKey: string }>(
  query: string,
  people: readonly Person[],
  limit: number,
): readonly Person[] {
  const found = people.flatMap((person) => {
    const match = matchName(query, person.searchKey);
    return match === null ? [] : [{ person, match }];
  });
  const starting = found.filter(({ match }) => match === 'start');
  const inside = found.filter(({ match }) => match === 'part');
  return [...starting, ...inside].slice(0, limit).map(({ person }) => person);
}

/** What is shown beside a name so that equal names are told apart (issue, section 5). */
export type ToldApartBy = 'name' | 'affiliation' | 'code';

/**
 * How each person of a list is told from the others, in the same order: by name alone, by affiliation when the name
 * comes twice, by spoken code when both do.
 */
export function tellApart(people: readonly SearchablePerson[]): readonly ToldApartBy[] {
  const nameOf = (person: SearchablePerson): string => searchKey({ ...person, affiliation: null });
  const pairOf = (person: SearchablePerson): string =>
    JSON.stringify([nameOf(person), foldText(person.affiliation ?? '')]);
  const names = countEach(people.map(nameOf));
  const pairs = countEach(people.map(pairOf));
  return people.map((person) => {
    if (names.get(nameOf(person)) === 1) return 'name';
    return pairs.get(pairOf(person)) === 1 ? 'affiliation' : 'code';
  });
}

function countEach(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
