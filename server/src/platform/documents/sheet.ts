export type ColumnKind = 'text' | 'number' | 'date' | 'date-time';

export interface Column {
  header: string;
  kind: ColumnKind;
  /** Width in characters; XLSX only. */
  width?: number;
}

/**
 * A cell matches the kind of its column: `text` a string, `number` a number, `date` `YYYY-MM-DD`, `date-time` `YYYY-MM-DD HH:MM`
 * as the clock on the wall shows it. Times come as wall-clock text so that no process time zone can move them.
 */
export type Cell = string | number | null;

export interface Sheet {
  /** Name of the sheet; XLSX only. */
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

const WALL_CLOCK = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?$/;

/** The wall-clock text as the same digits in UTC, which is what a spreadsheet's date number counts; null if it is no date. */
export function wallClock(text: string): Date | null {
  const match = WALL_CLOCK.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? date : null;
}
