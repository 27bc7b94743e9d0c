import type { Instance } from '../instance.js';
import { SeatingError } from '../refusal.js';

/** Beyond these the pair matrix would not fit into a browser's memory. */
const MOST_PEOPLE = 10_000;
const MOST_TABLES = 10_000;
const MOST_ROUNDS = 500;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Takes data of unknown origin, such as parsed JSON, for an instance once its form is right: types, sizes, no id twice.
 * Keys that are not known are let be. Throws `SeatingError` with `malformed`, `duplicate-id` or `too-large`.
 */
export function readInstance(candidate: unknown): Instance {
  const instance = fields(candidate, 'The instance');
  const people = list(instance['people'], 'people');
  const tables = list(instance['tables'], 'tables');
  if (people.length > MOST_PEOPLE || tables.length > MOST_TABLES)
    throw new SeatingError('too-large', `At most ${MOST_PEOPLE} people and ${MOST_TABLES} tables.`);
  people.forEach((person, at) => readPerson(person, `people[${at}]`));
  tables.forEach((table, at) => readTable(table, `tables[${at}]`));
  withoutTwins(people, 'people');
  withoutTwins(tables, 'tables');
  wholeNumber(instance['rounds'], 1, 'rounds');
  if ((instance['rounds'] as number) > MOST_ROUNDS)
    throw new SeatingError('too-large', `At most ${MOST_ROUNDS} rounds.`);
  for (const key of ['together', 'apart', 'met'])
    optional(instance[key], (pairs) =>
      list(pairs, key).forEach((pair, at) => {
        if (texts(pair, `${key}[${at}]`).length !== 2) throw malformed(`${key}[${at}]`, 'two ids');
      }),
    );
  optional(instance['played'], (played) =>
    list(played, 'played').forEach((round, at) =>
      Object.entries(fields(round, `played[${at}]`)).forEach(([id, seated]) =>
        texts(seated, `played[${at}].${id}`),
      ),
    ),
  );
  optional(instance['absent'], (absent) =>
    Object.entries(fields(absent, 'absent')).forEach(([id, rounds]) =>
      list(rounds, `absent.${id}`).forEach((round) => wholeNumber(round, 1, `absent.${id}`)),
    ),
  );
  return candidate as Instance;
}

function readPerson(candidate: unknown, path: string): void {
  const person = fields(candidate, path);
  for (const key of ['id', 'sector', 'side']) text(person[key], `${path}.${key}`);
  for (const key of ['affiliation', 'fixedTable']) optional(person[key], (it) => text(it, `${path}.${key}`));
  for (const key of ['offers', 'needs', 'wishes']) optional(person[key], (it) => texts(it, `${path}.${key}`));
}

function readTable(candidate: unknown, path: string): void {
  const table = fields(candidate, path);
  text(table['id'], `${path}.id`);
  wholeNumber(table['seats'], 0, `${path}.seats`);
  optional(table['accessible'], (it) => {
    if (typeof it !== 'boolean') throw malformed(`${path}.accessible`, 'true or false');
  });
}

function withoutTwins(items: readonly unknown[], path: string): void {
  const seen = new Set<unknown>();
  for (const item of items) {
    const { id } = item as { id: string };
    if (seen.has(id)) throw new SeatingError('duplicate-id', `Two of ${path} have the id "${id}".`);
    seen.add(id);
  }
}

/** JSON writers differ in whether they leave an absent field out or say null. */
function optional(value: unknown, read: (value: unknown) => void): void {
  if (value !== undefined && value !== null) read(value);
}

function fields(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(path, 'an object');
  return value as Fields;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed(path, 'a list');
  return value;
}

function text(value: unknown, path: string): void {
  if (typeof value !== 'string') throw malformed(path, 'text');
}

function texts(value: unknown, path: string): readonly unknown[] {
  const items = list(value, path);
  for (const item of items) text(item, path);
  return items;
}

function wholeNumber(value: unknown, least: number, path: string): void {
  if (!Number.isSafeInteger(value) || (value as number) < least)
    throw malformed(path, `a whole number from ${least} up`);
}

function malformed(path: string, wanted: string): SeatingError {
  return new SeatingError('malformed', `${path} must be ${wanted}.`);
}
