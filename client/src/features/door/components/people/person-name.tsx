import type { DoorPerson } from '../../api.js';

/** Names in any direction of writing, isolated from the sentence around them (T47). */
export function PersonName({ person }: { person: Pick<DoorPerson, 'firstName' | 'lastName'> }) {
  return <bdi>{nameOf(person)}</bdi>;
}

export function nameOf({ firstName, lastName }: Pick<DoorPerson, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim();
}
