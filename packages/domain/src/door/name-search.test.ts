import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchName, searchByName, searchKey, type SearchablePerson, tellApart } from './name-search.js';

function person(
  firstName: string,
  lastName: string | null,
  affiliation: string | null = null,
): SearchablePerson {
  return { firstName, lastName, affiliation };
}

const maija = searchKey(person('Maija', 'Mäki-Lehtonen', 'Sillan väki ry'));

describe('name search', () => {
  it.each([
    ['maija', 'start'],
    ['MAK', 'start'],
    ['leh mai', 'start'],
    ['Mäki-Leh', 'start'],
    ['silla', 'start'],
    ['htonen', 'part'],
    ['ma\u0308ki', 'start'],
    ['maija pekka', null],
    ['', null],
    [' - ', null],
  ])('%j: %s', (query, expected) => {
    expect(matchName(query, maija)).toBe(expected);
  });

  it('finds any part of a name, in any case and composition', () => {
    const nameArb = fc.string({ unit: fc.constantFrom(...'aåäöÅÄÖéšđŋ🌻x'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(nameArb, nameArb, fc.nat(), (firstName, lastName, seed) => {
        const key = searchKey(person(firstName, lastName));
        const letters = Array.from(lastName);
        const from = seed % letters.length;
        const query = `${letters.slice(from).join('').normalize('NFD')} ${firstName.toUpperCase()}`;
        expect(matchName(query, key)).not.toBeNull();
      }),
    );
  });

  it('puts beginnings first, else keeps the order, up to the limit', () => {
    const people = ['Ulla Amanda', 'Manu', 'Heiman', 'Manta'].map((name) => ({
      name,
      searchKey: searchKey(person(name, null)),
    }));
    expect(searchByName('man', people, 3).map(({ name }) => name)).toEqual(['Manu', 'Manta', 'Ulla Amanda']);
    expect(searchByName('', people, 3)).toEqual([]);
  });
});

describe('tellApart', () => {
  it('uses affiliation for equal names and the code for equal both', () => {
    const people = [
      person('Åsa', 'Meri', 'Silta ry'),
      person('A\u030Asa', 'Meri', 'Kunta'),
      person('Pekka', 'Maa', 'Silta ry'),
      person('Ulla', 'Puro', 'Kunta'),
      person('ulla', 'puro', 'KUNTA'),
    ];
    expect(tellApart(people)).toEqual(['affiliation', 'affiliation', 'name', 'code', 'code']);
  });
});
