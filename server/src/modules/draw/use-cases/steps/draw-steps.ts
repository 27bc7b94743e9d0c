import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DrawDesk as Desk } from '@hillo/contracts/draw';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { StreamAccess } from '../../../../platform/realtime/index.js';
import { type Draw, DrawRepository } from '../../data/draw-repository.js';
import { DrawDesk } from '../draw-desk.js';

export interface DrawStep {
  readonly operation: Operation;
  readonly eveningId: string;
  readonly drawId: string;
  readonly locale: Locale;
}

/** One step of a draw: lock it, decide, save, tell the evening. Each step is one transaction, so a crash stands between two. */
@Injectable()
export class DrawSteps implements OnModuleInit {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(DrawDesk) private readonly desk: DrawDesk,
    @Inject(StreamAccess) private readonly streams: StreamAccess,
  ) {}

  onModuleInit(): void {
    this.streams.declare('draw', ['organiser', 'host', 'helper', 'attendee']);
  }

  /** `take` moves the locked draw on, or says why it may not. */
  run<Code extends string>(
    { operation, eveningId, drawId, locale }: DrawStep,
    take: (db: Transaction, draw: Draw) => Promise<Outcome<unknown, Code>>,
  ): Promise<Outcome<Desk, Code | 'not-found' | 'idempotency-key-reused'>> {
    return this.operations.once<Desk, Code | 'not-found'>(
      operation,
      async (db) => {
        const draw = await this.draws.lock(db, eveningId, drawId);
        if (!draw) return fail('not-found');
        const taken = await take(db, draw);
        if (!taken.ok) return taken;
        tellStep(db, draw);
        return ok({ id: drawId });
      },
      () => this.desk.read(eveningId, locale),
    );
  }
}

/** The page reads the draw anew: the change names it and nothing else. */
export function tellStep(db: Transaction, draw: Pick<Draw, 'id' | 'eveningId' | 'number'>): void {
  db.change(`draw:${draw.eveningId}`, 'step', { drawId: draw.id, number: draw.number });
}
