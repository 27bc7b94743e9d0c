import pg from 'pg';

/** What the statements of this server use of the driver's connection. */
type Wire = object;

interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

/** How the rows of a statement are read. */
interface Columns {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  /** Every row begins as a copy of it, so that all have one shape. */
  readonly empty: Readonly<Record<string, unknown>>;
}

/** A connection and what it was told of its prepared statements. */
interface Known {
  readonly columns: Map<string, Columns>;
  /** The connection without the question what the columns are. */
  readonly quiet: Wire;
}

const NONE = columnsOf([]);

export interface Answer {
  readonly rows: unknown[];
  readonly rowCount: number;
}

/** What the driver's type declarations leave out. */
interface Driver {
  readonly prepare: (this: pg.Query, wire: Wire) => void;
}
const { prepare } = pg.Query.prototype as unknown as Driver;

/** The declarations name the types of PostgreSQL only; ours and its own are numbers alike. */
const parserOf = pg.types.getTypeParser as (dataTypeID: number, format: 'text') => (text: string) => unknown;

const KNOWN = new WeakMap<Wire, Known>();

function knownOf(wire: Wire): Known {
  let known = KNOWN.get(wire);
  if (!known) {
    const quiet = Object.create(wire, { describe: { value: () => undefined } }) as Wire;
    known = { columns: new Map(), quiet };
    KNOWN.set(wire, known);
  }
  return known;
}

function columnsOf(fields: readonly Column[]): Columns {
  return {
    names: fields.map(({ name }) => name),
    parsers: fields.map(({ dataTypeID }) => parserOf(dataTypeID, 'text')),
    empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
  };
}

/**
 * The driver's query that lets PostgreSQL describe the rows of a prepared statement once a connection, not once a use,
 * and emits no event for a row: a third of what the driver does with a scan's statements.
 */
export class StatementQuery extends pg.Query {
  private known: Known | undefined;
  private columns: Columns | undefined;
  private unreadable: Error | undefined;
  private readonly rowsRead: Record<string, unknown>[] = [];
  private rowCount = 0;

  constructor(
    text: string,
    readonly name: string | undefined,
    parameters: unknown[],
    private readonly settle: (error: Error | undefined, answer: Answer) => void,
  ) {
    super(text, parameters);
  }

  prepare(wire: Wire): void {
    if (this.name !== undefined) {
      this.known = knownOf(wire);
      this.columns = this.known.columns.get(this.name);
    }
    prepare.call(this, this.columns && this.known ? this.known.quiet : wire);
  }
  handleRowDescription({ fields }: { fields: readonly Column[] }): void {
    this.columns = columnsOf(fields);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    if (!this.columns || this.unreadable) return;
    const { names, parsers, empty } = this.columns;
    const row: Record<string, unknown> = { ...empty };
    try {
      for (let index = 0; index < fields.length; index += 1) {
        const name = names[index];
        const parse = parsers[index];
        const text = fields[index];
        if (name !== undefined && parse && text !== null && text !== undefined) row[name] = parse(text);
      }
    } catch (error) {
      this.unreadable = error instanceof Error ? error : new Error('A value could not be read');
    }
    this.rowsRead.push(row);
  }

  /** Its text is "INSERT 0 1", "SELECT 3", "COMMIT": the number of rows stands last. */
  handleCommandComplete({ text }: { text: string }): void {
    this.rowCount = Number(text.slice(text.lastIndexOf(' ') + 1)) || 0;
    if (this.name !== undefined) this.known?.columns.set(this.name, this.columns ?? NONE);
  }

  handleReadyForQuery(): void {
    this.settle(this.unreadable, { rows: this.rowsRead, rowCount: this.rowCount });
  }

  handleError(error: Error): void {
    this.settle(error, { rows: [], rowCount: 0 });
  }
}
