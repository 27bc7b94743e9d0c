import type { Skeleton } from './skeleton.js';

/**
 * More people than columns: the last ones share a position, so that a few pairs sit together in every round and
 * everybody else still meets nobody twice. Where tables are fewer than seats this is the fewest pairs there can be:
 * by the pigeonholes of any two rounds so many pairs repeat, and here they are the same pairs in all rounds.
 * Source: weighting points of a transversal design, Handbook of Combinatorial Designs (2nd ed.), IV.2.1, turned to people.
 */
export function withTwins(skeleton: Skeleton, people: number): Skeleton {
  const { tables, columns, positions } = skeleton;
  const position = (person: number) => {
    const layer = Math.floor(person / tables) % columns;
    return layer * tables + (person % tables);
  };
  return {
    ...skeleton,
    method: people > positions ? `${skeleton.method}, twins` : skeleton.method,
    positions: people,
    columns: 0,
    rounds: skeleton.rounds.map((round) =>
      Int32Array.from({ length: people }, (_, person) => round[position(person)] as number),
    ),
  };
}
