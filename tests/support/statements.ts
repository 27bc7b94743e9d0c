import pg from 'pg';

/** The statements that this process sent to PostgreSQL while `act` ran: its round trips, BEGIN and COMMIT among them. */
export async function statementsOf<Result>(
  act: () => Promise<Result>,
): Promise<{ result: Result; statements: readonly string[] }> {
  const statements: string[] = [];
  const prototype = pg.Client.prototype as { query: (...input: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function counted(this: unknown, ...input: unknown[]) {
    const [first] = input;
    statements.push(
      typeof first === 'string' ? first : String((first as { text?: string } | undefined)?.text),
    );
    return original.apply(this, input);
  };
  try {
    return { result: await act(), statements };
  } finally {
    prototype.query = original;
  }
}
