import { type Field, finiteField } from './finite-field.js';
import type { Skeleton, Wanted } from './skeleton.js';

/**
 * People are the points of the affine space of n dimensions over GF(q), tables its lines, rounds its directions:
 * two points are on one line only. q^n people at tables of q for (q^n - 1) / (q - 1) rounds, everybody meets everybody:
 * 9/3x3/4, 16/4x4/5, 27/9x3/13, 64/16x4/21.
 * Source: T. P. Kirkman 1850 for q = 3; Handbook of Combinatorial Designs (2nd ed.), VII.2.
 */
export function affineSpace({ tables, size, rounds }: Wanted): Skeleton | undefined {
  const points = tables * size;
  const field = finiteField(size);
  const dimensions = Math.round(Math.log(points) / Math.log(size));
  if (!field || dimensions < 2 || size ** dimensions !== points || rounds > (points - 1) / (size - 1))
    return undefined;
  const negative = Array.from({ length: size }, (_, element) =>
    Array.from({ length: size }, (__, other) => other).findIndex((other) => field.add(element, other) === 0),
  );
  return {
    method: 'affine space',
    tables,
    positions: points,
    columns: 0,
    rounds: directions(size, dimensions)
      .slice(0, rounds)
      .map((direction) =>
        Int32Array.from({ length: points }, (_, point) => lineOf(point, direction, field, negative)),
      ),
  };
}

/** One vector for each direction: the first coordinate that is not 0 is 1. */
function directions(size: number, dimensions: number): number[][] {
  return Array.from({ length: size ** dimensions }, (_, number) => digits(number, size, dimensions)).filter(
    (vector) => vector.find((coordinate) => coordinate !== 0) === 1,
  );
}

/** The line's point whose coordinate at the direction's 1 is 0, read without that coordinate. */
function lineOf(
  point: number,
  direction: readonly number[],
  field: Field,
  negative: readonly number[],
): number {
  const coordinates = digits(point, field.order, direction.length);
  const pivot = direction.indexOf(1);
  const back = negative[coordinates[pivot] as number] as number;
  return coordinates
    .map((coordinate, at) => field.add(coordinate, field.multiply(back, direction[at] as number)))
    .filter((_, at) => at !== pivot)
    .reduce((number, coordinate) => number * field.order + coordinate, 0);
}

function digits(number: number, base: number, length: number): number[] {
  return Array.from({ length }, (_, at) => Math.floor(number / base ** at) % base);
}
