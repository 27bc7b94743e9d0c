/** A length of time; the parts add up. A day is 24 h, also where the clocks are changed. */
export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly ms?: number;
}

/** A clock that stands still until it is told to move; it stands in for the server's port of time. */
export class FixedClock {
  #now: number;

  /** @param start ISO 8601 with a zone */
  constructor(start: string) {
    this.#now = readTime(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }: Span): void {
    this.#now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
  }

  /** Moves to any time, back too, as a wrong phone does. */
  moveTo(time: string): void {
    this.#now = readTime(time);
  }
}

function readTime(time: string): number {
  const read = Date.parse(time);
  if (Number.isNaN(read)) throw new Error(`Not a time: ${time}`);
  return read;
}
