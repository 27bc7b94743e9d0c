/** A decision that went through. */
export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

/** An expected refusal: a code that the contract lists, and figures for the sentence shown to the reader. */
export interface Failure<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/** Expected failure is a value, never an exception (architecture, invariant 6). */
export type Outcome<Value, Code extends string> = Success<Value> | Failure<Code>;

export function ok<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

export function fail<Code extends string>(code: Code, data?: Failure<Code>['data']): Failure<Code> {
  return data === undefined ? { ok: false, code } : { ok: false, code, data };
}
