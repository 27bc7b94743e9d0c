export interface Timed {
  /** Chance that a try of the first takes longer than one of the second; a half when nobody can tell them apart. */
  readonly advantage: number;
  /** Milliseconds between the two medians. */
  readonly apart: number;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function took(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/**
 * Tells two acts apart by their time, as somebody would who listens to the answers. They take turns, and whoever comes
 * first changes, so the machine's mood of the moment is the same for both: what is compared are the ranks.
 */
export async function compareTimes(
  first: (turn: number) => Promise<unknown>,
  second: (turn: number) => Promise<unknown>,
  tries: number,
): Promise<Timed> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let turn = -5; turn < tries; turn += 1) {
    const pair: [number[], (turn: number) => Promise<unknown>][] = [
      [ours, first],
      [theirs, second],
    ];
    for (const [times, act] of turn % 2 === 0 ? pair : pair.reverse()) {
      const time = await took(() => act(turn));
      // The first few warm up.
      if (turn >= 0) times.push(time);
    }
  }
  const longer = ours.reduce((sum, a) => sum + theirs.filter((b) => a > b).length, 0);
  return { advantage: longer / (tries * tries), apart: Math.abs(median(ours) - median(theirs)) };
}
