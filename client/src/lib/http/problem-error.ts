import type { Problem, ProblemCode } from '@hillo/contracts/problems';

/** Failures that no server told of: no answer came, or one that is not ours (a proxy's page). */
export type OwnCode = 'network-failure' | 'unreadable-answer';

/** A refused or failed request. `title` and `detail` are in the reader's language, empty for own codes. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly title: string;
  readonly detail: string;
  /** What is wrong with a field, by JSON pointer into the body (`#/email`) or name in the query (`?page`). */
  readonly errors: Readonly<Record<string, string>>;
  readonly data: NonNullable<Problem['data']>;

  constructor(
    readonly code: ProblemCode | OwnCode,
    readonly status: number,
    problem?: Problem,
  ) {
    super(code);
    this.title = problem?.title ?? '';
    this.detail = problem?.detail ?? '';
    this.errors = Object.fromEntries((problem?.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
    this.data = problem?.data ?? {};
  }
}

export function isProblem(error: unknown, code?: ProblemCode | OwnCode): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.code === code);
}
