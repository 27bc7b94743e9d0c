/** A stretch of annealing: temperatures in points from the first step to the last. */
export interface Heat {
  readonly steps: number;
  readonly hot: number;
  readonly cold: number;
}

/** Before so much of the time is gone, a slow start is no reason to hurry. */
const PATIENCE = 0.3;

/**
 * Cools geometrically by the steps done. When time goes faster than the steps, it cools by the time instead, so that
 * a slow machine too ends in the cold; such a search would not have come to its last step and is not repeatable.
 */
export class Schedule {
  private hurried = false;

  constructor(private readonly heat: Heat) {}

  /** The temperature at a step, when `elapsed` (0 to 1) of the time allotted is gone; undefined when it is over. */
  temperature(step: number, elapsed: number): number | undefined {
    const { steps, hot, cold } = this.heat;
    const share = step / steps;
    this.hurried ||= elapsed > PATIENCE && elapsed > share;
    const done = this.hurried ? Math.max(share, elapsed) : share;
    return elapsed >= 1 || done >= 1 ? undefined : hot * (cold / hot) ** done;
  }
}
