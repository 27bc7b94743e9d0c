/** An expected refusal: its message is one clear sentence for the person at the terminal, shown without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

export function isErrno(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
