/** Three people of the room each call four digits; leading noughts count. */
export type StageCalls = readonly [string, string, string];

const PUBLIC_NUMBER = /^stage:([0-9]{4}),([0-9]{4}),([0-9]{4});drand:-$/;

/** The calls in a public number such as `stage:4711,0832,9050;drand:-`; undefined for any other text. */
export function parsePublicNumber(text: string): StageCalls | undefined {
  const [, first, second, third] = PUBLIC_NUMBER.exec(text) ?? [];
  return first === undefined || second === undefined || third === undefined
    ? undefined
    : [first, second, third];
}

/**
 * The exact text that is hashed. `drand:-` says that no beacon was asked: nothing is fetched. Undefined when a
 * call is not exactly four digits.
 */
export function formatPublicNumber(calls: StageCalls): string | undefined {
  const text = `stage:${calls.join(',')};drand:-`;
  return parsePublicNumber(text) === undefined ? undefined : text;
}
