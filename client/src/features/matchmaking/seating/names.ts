import type { Text } from '@hillo/i18n';
import type { SeatingPerson, Table } from './api.js';

/** First and last name: the organiser tells two Maijas apart. */
export function nameOf({ firstName, lastName }: SeatingPerson): string {
  return lastName === '' ? firstName : `${firstName} ${lastName}`;
}

/** A number alone is called "table 5"; a name stands for itself. */
export function tableName(text: Text, name: string): string {
  return /^\d+$/.test(name) ? text('seating.table', { name }) : name;
}

/** For a list to choose from: whom, and where from. */
export function personOptions(people: readonly SeatingPerson[]) {
  return people.map((person) => ({
    value: person.id,
    label: person.affiliation === '' ? nameOf(person) : `${nameOf(person)}, ${person.affiliation}`,
  }));
}

/** Tables that stand in the hall, not those that were taken away. */
export function standing(tables: readonly Table[]): Table[] {
  return tables.filter(({ seats }) => seats > 0);
}
