import { turned } from './cyclic-search.js';
import type { Skeleton, Wanted } from './skeleton.js';

/**
 * Base rounds that the cyclic search of this package found, so that nobody has to wait for them: tables with a space
 * between, two signs of base 36 a position. Each is as long as can be: everybody meets nearly everybody.
 * Source: found by `cyclicSearch`; that such schedules exist: Handbook of Combinatorial Designs (2nd ed.), IV.5, VI.50.
 */
const KNOWN: readonly {
  tables: number;
  size: number;
  turn: number;
  fixed: number;
  bases: readonly string[];
}[] = [
  { tables: 5, size: 3, turn: 7, fixed: 1, bases: ['00090d 010506 020a0c 030708 040b0e'] },
  {
    tables: 10,
    size: 3,
    turn: 14,
    fixed: 2,
    bases: ['00040p 010g0i 02070q 030f0l 050b0r 060k0t 080e0h 090m0s 0a0c0d 0j0n0o'],
  },
  { tables: 6, size: 4, turn: 7, fixed: 3, bases: ['0001050b 020a0e0m 030g0i0j 04090f0n 060d0k0l 07080c0h'] },
  {
    tables: 7,
    size: 4,
    turn: 9,
    fixed: 1,
    bases: ['00070e0n 010a0k0l 0205060h 030b0g0o 040j0m0q 08090p0r 0c0d0f0i'],
  },

  {
    tables: 6,
    size: 5,
    turn: 6,
    fixed: 0,
    bases: ['00060g0j0n 010a0d0f0p 02040h0m0o 03080e0i0s 0507090l0q 0b0c0k0r0t'],
  },
];

/** A schedule that is known to this package. */
export function knownBase({ tables, size, rounds }: Wanted): Skeleton | undefined {
  const known = KNOWN.find(
    (one) => one.tables === tables && one.size === size && one.turn * one.bases.length >= rounds,
  );
  if (!known) return undefined;
  const people = tables * size;
  const shape = {
    turn: known.turn,
    fixed: known.fixed,
    classes: (people - known.fixed) / known.turn,
    bases: known.bases.length,
  };
  const whole = turned(
    { tables, size, rounds },
    shape,
    known.bases.map((base) => read(base, people)),
  );
  return { ...whole, rounds: whole.rounds.slice(0, rounds) };
}

function read(base: string, people: number): Int32Array {
  const tableOf = new Int32Array(people);
  base.split(' ').forEach((table, number) => {
    for (const position of table.match(/../g) ?? []) tableOf[Number.parseInt(position, 36)] = number;
  });
  return tableOf;
}
