import type { ProblemCode } from '@hillo/contracts/problems';

export interface FieldError {
  /** JSON pointer into the body, or `?name` for a query parameter. */
  readonly pointer: string;
  /** Key under `problem.field`. */
  readonly code: string;
}

/** Thrown by the HTTP edge only: becomes a problem response (RFC 9457). Use cases return `Outcome` instead. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly data?: Readonly<Record<string, string | number | boolean>>,
    readonly fields: readonly FieldError[] = [],
  ) {
    super(code);
  }
}
