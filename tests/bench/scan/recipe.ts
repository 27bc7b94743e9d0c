import type { Flight, SentStatement } from './wire-recorder.js';

/** Statements whose parameters name what differs from scan to scan: `{{me}}`, `{{badgeHash}}`, `{{new0}}`. */
export interface Recipe {
  /** Asked of the pool before the transaction, one connection each. */
  readonly before: readonly SentStatement[];
  /** From BEGIN to COMMIT on one connection, as they left. */
  readonly transaction: readonly Flight[];
  /** How many ids are made for each scan. */
  readonly newIds: number;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Makes a recipe of one recorded scan. `values` are replaced where they occur, `square` only where a parameter is nothing
 * else; ids that are neither among them nor in `same` were made for the scan.
 */
export function recipeOf(
  flights: readonly Flight[],
  values: Readonly<Record<string, string>>,
  square: number,
  same: readonly string[],
): Recipe {
  const made: string[] = [];
  const template = (parameter: string | null) => {
    if (parameter === null) return null;
    if (parameter === String(square)) return '{{square}}';
    let text = parameter;
    for (const [name, value] of Object.entries(values)) text = text.replaceAll(value, `{{${name}}}`);
    return text.replaceAll(UUID, (id) => {
      if (same.includes(id)) return id;
      if (!made.includes(id)) made.push(id);
      return `{{new${made.indexOf(id)}}}`;
    });
  };
  const templated = flights.map((flight) =>
    flight.map((statement) => ({ ...statement, parameters: statement.parameters.map(template) })),
  );
  const begin = templated.findIndex((flight) => flight[0]?.sql === 'BEGIN');
  if (begin < 0 || templated.at(-1)?.at(-1)?.sql !== 'COMMIT')
    throw new Error('The scan was not one transaction');
  return {
    before: templated.slice(0, begin).flat(),
    transaction: templated.slice(begin),
    newIds: made.length,
  };
}

export type Values = Readonly<Record<string, string>>;
export type Fill = (values: Values) => (string | null)[];

/** Fills in the parameters of one scan. Prepared once, so that a scan costs no more than handwritten parameters would. */
export function filling(parameters: readonly (string | null)[]): Fill {
  const makers = parameters.map((parameter) => {
    // Odd parts are names.
    const parts = parameter?.split(/\{\{(\w+)\}\}/) ?? [];
    const [text = '', name = ''] = parts;
    if (parts.length <= 1) return () => parameter;
    if (parts.length === 3 && text === '' && parts[2] === '')
      return (values: Values) => valueOf(values, name);
    return (values: Values) =>
      parts.map((part, index) => (index % 2 === 1 ? valueOf(values, part) : part)).join('');
  });
  return (values) => makers.map((make) => make(values));
}

function valueOf(values: Values, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`The recipe asks for ${name}`);
  return value;
}
