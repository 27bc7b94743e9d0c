/** One line of the table; the same object a line with `--json`. */
export interface Figure {
  readonly name: string;
  /** Null: could not be measured here. */
  readonly value: number | null;
  readonly unit: string;
  /** What the value is compared with, in the same unit and the same run. */
  readonly floor: number | null;
  readonly ratio: number | null;
  /** As a person reads it: `≤ 1.5 ×`. */
  readonly goal: string | null;
  /** Null where there is no goal. */
  readonly ok: boolean | null;
}

type Goal = { readonly most: number } | { readonly least: number };

/** A value beside its floor; the goal bounds the ratio. */
export function compared(name: string, unit: string, value: number, floor: number, goal?: Goal): Figure {
  const ratio = value / floor;
  return { name, value, unit, floor, ratio, ...judged(ratio, goal, ' ×') };
}

/** A value whose goal, if there is one, bounds itself. */
export function plain(name: string, unit: string, value: number | null, goal?: Goal): Figure {
  return { name, value, unit, floor: null, ratio: null, ...judged(value, goal, '') };
}

function judged(value: number | null, goal: Goal | undefined, unit: string): Pick<Figure, 'goal' | 'ok'> {
  if (!goal) return { goal: null, ok: null };
  const most = 'most' in goal;
  const limit = most ? goal.most : goal.least;
  const ok = value === null ? null : most ? value <= limit : value >= limit;
  return { goal: `${most ? '≤' : '≥'} ${limit}${unit}`, ok };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The value that this share of all is at most. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function shown(value: number | null): string {
  if (value === null) return '–';
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return String(Math.round(value));
  return value.toPrecision(3);
}

/** The table for people. */
export function table(figures: readonly Figure[]): string {
  const head = ['measure', 'value', 'unit', 'floor', 'ratio', 'goal', 'met'];
  const lines = figures.map((figure) => [
    figure.name,
    shown(figure.value),
    figure.unit,
    figure.floor === null ? '' : shown(figure.floor),
    figure.ratio === null ? '' : figure.ratio.toFixed(2),
    figure.goal ?? '',
    figure.ok === null ? '' : figure.ok ? 'yes' : 'NO',
  ]);
  const widths = head.map((word, index) =>
    Math.max(word.length, ...lines.map((line) => line[index]?.length ?? 0)),
  );
  const rightAligned = new Set([1, 3, 4]);
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        rightAligned.has(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...lines.map(row)].join('\n');
}
