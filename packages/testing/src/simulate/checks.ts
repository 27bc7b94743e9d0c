import type { HilloApi } from '@hillo/contracts/api';
import type { ResponseOf } from '@hillo/contracts/endpoint';
import { completedRowsOf } from './rows.js';
import type { Device } from './device.js';
import type { Stage } from './organiser.js';
import type { Phone } from './phone.js';

type Card = ResponseOf<HilloApi['GET /api/me/:registration/card']>;

/** One thing that must hold, and the places where it did not. */
export interface Check {
  readonly name: string;
  readonly looked: number;
  readonly broken: readonly string[];
}

/** What the phones and the organiser see after the evening, read back over HTTP. */
export async function checkInvariants(
  laptop: Device,
  phones: readonly Phone[],
  stage: Stage,
): Promise<Check[]> {
  const params = { evening: stage.evening };
  const cards = await inTurn(phones, (phone) =>
    phone.device.call('GET /api/me/:registration/card', { params: { registration: phone.registrationId } }),
  );
  const meetings = await inTurn(phones, (phone) =>
    phone.device.call('GET /api/me/:registration/encounters', {
      params: { registration: phone.registrationId },
    }),
  );
  const pulse = await laptop.call('GET /api/evenings/:evening/pulse', { params });
  const door = await laptop.call('GET /api/evenings/:evening/door', { params });
  const desk = await laptop.call('GET /api/evenings/:evening/draws', { params });
  const sides = new Map<string, number>();
  for (const { encounters } of meetings)
    for (const { id } of encounters) sides.set(id, (sides.get(id) ?? 0) + 1);
  const draw = desk.draws[0];
  return [
    check(
      'everybody is checked in once',
      door.people,
      ({ attendance }) => attendance === 'in',
      ({ id }) => id,
    ),
    check(
      'an encounter stands on both sheets',
      [...sides],
      ([, count]) => count === 2,
      ([id]) => id,
    ),
    check('a pair has met once', meetings, hasEachOnce, (_, index) => `phone ${index}`),
    check('a square holds one person, a person one square', cards, eachOnce, ({ id }) => id),
    check('a coloured square holds the other side', cards, colouredFits, ({ id }) => id),
    check('rows are what the squares say', cards, rowsFit, ({ id }) => id),
    check(
      'a row is a ticket',
      cards,
      (card) => card.ticket === card.rows.length > 0,
      ({ id }) => id,
    ),
    check('the pulse counts the encounters', [pulse], ({ encounters }) => encounters === sides.size, String),
    check(
      'the pulse counts the marks',
      [pulse],
      ({ marks }) => marks === sum(cards, (card) => card.marks.length),
      String,
    ),
    check(
      'the frozen list holds every ticket',
      [draw],
      (held) => held?.ticketCount === cards.filter((card) => card.ticket).length,
      () => 'draw',
    ),
  ];
}

function check<Item>(
  name: string,
  items: readonly Item[],
  holds: (item: Item) => boolean,
  label: (item: Item, index: number) => string,
): Check {
  const broken = items.flatMap((item, index) => (holds(item) ? [] : [label(item, index)]));
  return { name, looked: items.length, broken };
}

function sum<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

function hasEachOnce({ encounters }: { encounters: readonly { id: string }[] }): boolean {
  return new Set(encounters.map(({ id }) => id)).size === encounters.length;
}

function eachOnce({ marks }: Card): boolean {
  const people = marks.flatMap(({ encounterId }) => encounterId ?? []);
  return (
    new Set(people).size === people.length && new Set(marks.map(({ square }) => square)).size === marks.length
  );
}

function colouredFits(card: Card): boolean {
  return card.marks.every(
    ({ square, person }) => !person || !card.prompts[square]?.coloured || person.marker.side !== card.ownSide,
  );
}

function rowsFit(card: Card): boolean {
  const rows = completedRowsOf(card.marks.map(({ square }) => square));
  return JSON.stringify(rows) === JSON.stringify([...card.rows].sort((a, b) => a - b));
}

/** One after another: the checks are no load. */
async function inTurn<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
}
