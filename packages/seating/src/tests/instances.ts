import fc from 'fast-check';
import type { Instance, Pair, Person } from '../instance.js';

/** A room of `tables` tables, as full as can be, of people without anything special. */
export function plainRoom(people: number, tables: number, rounds: number): Instance {
  return {
    people: Array.from({ length: people }, (_, at) => ({ id: `p${at}`, sector: 'one', side: 'one' })),
    tables: Array.from({ length: tables }, (_, at) => ({ id: `t${at}`, seats: Math.ceil(people / tables) })),
    rounds,
  };
}

interface Shape {
  readonly people: number;
  readonly seats: readonly number[];
  readonly rounds: number;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  people: fc.integer({ min: 0, max: 24 }),
  seats: fc.array(
    fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 4, max: 8 }) }, fc.integer({ min: 0, max: 3 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
  rounds: fc.integer({ min: 1, max: 5 }),
});

function persons({ people, seats }: Shape, bound: boolean): fc.Arbitrary<Person[]> {
  const ids = Array.from({ length: people }, (_, at) => `p${at}`);
  return fc.tuple(
    ...ids.map((id) =>
      fc.record<Person, 'id' | 'sector' | 'side'>(
        {
          id: fc.constant(id),
          sector: fc.constantFrom('a', 'b', 'c'),
          side: fc.constantFrom('x', 'y'),
          affiliation: fc.constantFrom('one', 'two', 'three'),
          offers: fc.array(fc.constantFrom('room', 'Coffee ', 'car'), { maxLength: 2 }),
          needs: fc.array(fc.constantFrom('coffee', 'car'), { maxLength: 2 }),
          wishes: fc
            .array(fc.constantFrom(...ids), { maxLength: 3 })
            .map((all) => all.filter((one) => one !== id)),
          ...(bound && {
            fixedTable: fc
              .option(tableId(seats.length), { nil: undefined, freq: 2 })
              .map((it) => it ?? undefined),
          }),
        },
        { requiredKeys: ['id', 'sector', 'side'] },
      ),
    ),
  );
}

function tableId(tables: number): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: tables - 1 }).map((at) => `t${at}`);
}

function pairsOf(people: number, most: number): fc.Arbitrary<Pair[]> {
  if (people < 2) return fc.constant([]);
  const person = fc.integer({ min: 0, max: people - 1 });
  return fc
    .array(fc.tuple(person, person), { maxLength: most })
    .map((pairs) => pairs.filter(([a, b]) => a !== b).map(([a, b]): Pair => [`p${a}`, `p${b}`]));
}

function absences({ people, rounds }: Shape): fc.Arbitrary<Record<string, number[]>> {
  const cell = fc.tuple(
    fc.integer({ min: 0, max: Math.max(0, people - 1) }),
    fc.integer({ min: 1, max: rounds }),
  );
  return fc.array(cell, { maxLength: people > 0 ? 6 : 0 }).map((cells) => {
    const absent: Record<string, number[]> = {};
    for (const [person, round] of cells) (absent[`p${person}`] ??= []).push(round);
    return absent;
  });
}

/** Evenings of all kinds, possible ones and others. `bound`: with pairs together and apart and fixed tables too. */
export function instances(bound: boolean): fc.Arbitrary<Instance> {
  return shapes.chain((shape) =>
    fc.record({
      people: persons(shape, bound),
      tables: fc.constant(shape.seats.map((seats, at) => ({ id: `t${at}`, seats }))),
      rounds: fc.constant(shape.rounds),
      met: pairsOf(shape.people, 5),
      absent: absences(shape),
      ...(bound && { together: pairsOf(shape.people, 4), apart: pairsOf(shape.people, 4) }),
    }),
  );
}
