import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, ConfigError } from '../../config/index.js';

/** Where a test can make the server break, in the order in which a write passes them. */
export const FAULT_POINTS = [
  /** The operation's row and what the decision needs are locked. */
  'locked',
  /** Decided and written, not committed. */
  'before-commit',
  /** Committed; no socket has heard of it. */
  'before-emit',
  /** Committed and told; the one who asked has no answer. */
  'before-answer',
  /** A job was taken and has done nothing. */
  'in-job',
  /** A job did its work, and nobody has written down that it did. */
  'after-job',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

const FAULT_ACTS = ['die', 'fail'] as const;

interface Fault {
  readonly point: FaultPoint;
  /** `die`: the process is gone at once, as by SIGKILL. `fail`: an error that nobody foresaw. */
  readonly act: (typeof FAULT_ACTS)[number];
  /** At which passing, counted from 1. */
  readonly pass: number;
}

/** `before-commit:die` or, at the third passing, `before-commit:die:3`. Throws `ConfigError`. */
function readFault(text: string): Fault {
  const [given, asked, nth = '1', ...rest] = text.split(':');
  const point = FAULT_POINTS.find((known) => known === given);
  const act = FAULT_ACTS.find((known) => known === asked);
  if (point && act && /^[1-9]\d{0,5}$/.test(nth) && rest.length === 0)
    return { point, act, pass: Number(nth) };
  throw new ConfigError(
    `HILLO_FAULT is <point>:<${FAULT_ACTS.join('|')}>[:<pass>], with one of the points ${FAULT_POINTS.join(', ')}.`,
  );
}

/**
 * Breaks the server at a named point, once: what tests of crashes stand on. `HILLO_FAULT` is refused in production
 * (`readConfig`); without it `armed` is false, and callers ask for nothing else.
 */
@Injectable()
export class Faults {
  readonly armed: boolean;
  private readonly fault: Fault | undefined;
  private passed = 0;

  constructor(@Inject(CONFIG) { HILLO_FAULT }: Pick<Config, 'HILLO_FAULT'>) {
    this.fault = HILLO_FAULT === undefined ? undefined : readFault(HILLO_FAULT);
    this.armed = this.fault !== undefined;
  }

  /** Call as `if (faults.armed) await faults.at('locked')`. */
  async at(point: FaultPoint): Promise<void> {
    if (this.fault?.point !== point) return;
    this.passed += 1;
    if (this.passed !== this.fault.pass) return;
    if (this.fault.act === 'fail') throw new Error(`Broken on purpose at ${point}`);
    process.kill(process.pid, 'SIGKILL');
    // The signal comes within this turn or the next; nothing after this point may run.
    await new Promise(() => undefined);
  }
}
