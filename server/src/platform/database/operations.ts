import { Inject, Injectable } from '@nestjs/common';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { z } from 'zod';
import { Clock } from '../clock/index.js';
import { Faults } from '../faults/index.js';
import { prepared } from './prepared.js';
import { type Transaction, TransactionRunner } from './transaction-runner.js';

/** What makes a write repeatable: who, the client's UUID, and what was asked. */
export interface Operation {
  /** `Actor.key`. */
  readonly actor: string;
  /** The `Idempotency-Key`, a UUID. */
  readonly id: string;
  readonly route: string;
  /** SHA-256 of parameters and body, hex. */
  readonly bodyHash: string;
}

/** The id of what was made; `answer` spares a read when the transaction already knows it. */
export interface Performed<Answer> {
  readonly id: string;
  readonly answer?: Answer;
}

const storedRow = z.object({ route: z.string(), body_hash: z.string(), result_id: z.string() });

const BEGIN_OPERATION = prepared(
  'operation-begin',
  `INSERT INTO operations (actor, operation_id, route, body_hash, result_id, performed_at)
   VALUES ($1, $2, $3, $4, '', $5) ON CONFLICT (actor, operation_id) DO NOTHING`,
);
const END_OPERATION = prepared(
  'operation-end',
  'UPDATE operations SET result_id = $3 WHERE actor = $1 AND operation_id = $2',
);

const NOTHING = (): Promise<undefined> => Promise.resolve(undefined);

/**
 * Runs a write once per operation id (architecture, invariant 2). The row keeps route, body hash and the id of what was made;
 * the answer of a repeat is read anew by `answer`, through the same permissions. A refusal is not kept: asked again, it is
 * decided again.
 */
@Injectable()
export class Operations {
  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Faults) private readonly faults: Faults,
  ) {}

  once<Answer, Code extends string>(
    operation: Operation,
    perform: (db: Transaction) => Promise<Outcome<Performed<Answer>, Code>>,
    answer: (id: string) => Promise<Outcome<Answer, Code>>,
  ): Promise<Outcome<Answer, Code | 'idempotency-key-reused'>> {
    return this.onceLoaded(operation, NOTHING, perform, answer);
  }

  /**
   * As `once`, with what the decision needs: `load` reads and locks, in the round trip of the operation's row. PostgreSQL
   * runs it after that row, so it too waits for a concurrent request with the same key; of a repeat it is thrown away.
   */
  async onceLoaded<Loaded, Answer, Code extends string>(
    operation: Operation,
    load: (db: Transaction) => Promise<Loaded>,
    perform: (db: Transaction, loaded: Loaded) => Promise<Outcome<Performed<Answer>, Code>>,
    answer: (id: string) => Promise<Outcome<Answer, Code>>,
  ): Promise<Outcome<Answer, Code | 'idempotency-key-reused'>> {
    const outcome = await this.transactions.run(async (db) => {
      // A concurrent request with the same key waits here for the first one's commit.
      const [begun, loaded] = await Promise.all([this.begin(db, operation), load(db)]);
      if (begun === 0) return this.stored(db, operation);
      if (this.faults.armed) await this.faults.at('locked');
      const performed = await perform(db, loaded);
      if (!performed.ok) return performed;
      db.withCommit(END_OPERATION, [operation.actor, operation.id, performed.value.id]);
      return performed;
    });
    if (!outcome.ok) return outcome;
    if (this.faults.armed) await this.faults.at('before-answer');
    const { id, answer: known } = outcome.value;
    return known === undefined ? answer(id) : ok(known);
  }

  private begin(db: Transaction, { actor, id, route, bodyHash }: Operation): Promise<number> {
    return db.execute(BEGIN_OPERATION, [actor, id, route, bodyHash, this.clock.now()]);
  }

  private async stored(
    db: Transaction,
    operation: Operation,
  ): Promise<Outcome<Performed<never>, 'idempotency-key-reused'>> {
    const row = await db.first(
      storedRow,
      'SELECT route, body_hash, result_id FROM operations WHERE actor = $1 AND operation_id = $2',
      [operation.actor, operation.id],
    );
    if (!row || row.route !== operation.route || row.body_hash !== operation.bodyHash)
      return fail('idempotency-key-reused');
    return ok({ id: row.result_id });
  }
}
