import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { Outcome } from '@hillo/domain/shared';
import { type Operation, Operations, type Transaction } from '../../../platform/database/index.js';
import type { Written } from './attendance-writer.js';
import { DescribeDoor } from './describe-door.js';
import { HearQueue } from './offline/hear-queue.js';

interface DoorCall {
  readonly operation: Operation;
  readonly actor: Actor;
  readonly params: { readonly evening: string };
  readonly body: { readonly offline?: { readonly number: number } | undefined };
}

/** Runs a write of the door once, answers what it led to, and counts it when it was made without network. */
@Injectable()
export class DoorOperations {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(DescribeDoor) private readonly door: DescribeDoor,
    @Inject(HearQueue) private readonly queues: HearQueue,
  ) {}

  async once<Code extends string>(
    { operation, actor, params, body }: DoorCall,
    perform: (db: Transaction) => Promise<Outcome<Written, Code>>,
  ) {
    if (body.offline) await this.queues.hear(params.evening, actor.key, body.offline.number);
    return this.operations.once<EntryOf<DescribeDoor>, Code | 'not-found'>(operation, perform, (id) =>
      this.door.entry(id, params.evening, actor),
    );
  }
}

type EntryOf<Door extends { entry: (...given: never[]) => Promise<Outcome<unknown, string>> }> =
  Awaited<ReturnType<Door['entry']>> extends infer Result
    ? Result extends { readonly ok: true; readonly value: infer Entry }
      ? Entry
      : never
    : never;
