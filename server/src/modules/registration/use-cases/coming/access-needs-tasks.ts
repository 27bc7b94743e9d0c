import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { comingApi } from '@hillo/contracts/coming';
import type { Parsed } from '@hillo/contracts/endpoint';
import { fail, ok } from '@hillo/domain/shared';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { AccessNeedsRepository, type AccessNeedsTask } from '../../data/access-needs-repository.js';
import { SEND_NOT_POSSIBLE } from '../mails/tasks.js';

type Decision = Parsed<(typeof comingApi)['PUT /api/evenings/:evening/access-needs/:registration']>['body'];

/** Access needs as tasks of the access host; every reading of a text is kept with who and when (S19). */
@Injectable()
export class AccessNeedsTasks {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AccessNeedsRepository) private readonly accessNeeds: AccessNeedsRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(eveningId: string) {
    return { tasks: (await this.accessNeeds.tasks(eveningId)).map(toTask) };
  }

  read(eveningId: string, id: string, operation: Operation, actor: Actor) {
    return this.operations.once(
      operation,
      async (db) => {
        const text = await this.accessNeeds.text(eveningId, id, db);
        if (text === undefined || actor.role !== 'access-host') return fail('not-found');
        await this.accessNeeds.recordReading(db, id, actor.accountId, this.clock.now());
        return ok({ id, answer: { text } });
      },
      async () => {
        const text = await this.accessNeeds.text(eveningId, id);
        return text === undefined ? fail('not-found') : ok({ text });
      },
    );
  }

  decide(eveningId: string, id: string, { state, words, toldInPerson }: Decision, operation: Operation) {
    return this.operations.once(
      operation,
      async (db) => {
        const task = await this.accessNeeds.task(eveningId, id, db);
        if (!task) return fail('not-found');
        const now = this.clock.now();
        const refused = state === 'not-possible';
        const toldAt = refused ? (toldInPerson ? now : task.toldAt) : null;
        await this.accessNeeds.setState(db, id, { state, toldAt, now, words: refused ? words : '' });
        if (refused && toldAt === null && task.email !== null)
          await db.enqueue(
            SEND_NOT_POSSIBLE,
            { mailId: newId(), registrationId: id },
            { key: `${SEND_NOT_POSSIBLE}:${id}` },
          );
        db.change(`registration:${id}`, 'access-needs');
        return ok({ id });
      },
      async () => {
        const task = await this.accessNeeds.task(eveningId, id);
        return task ? ok(toTask(task)) : fail('not-found');
      },
    );
  }
}

function toTask({ email, updatedAt, toldAt, ...task }: AccessNeedsTask) {
  return {
    ...task,
    updatedAt: updatedAt.toISOString(),
    toldAt: toldAt?.toISOString() ?? null,
    canBeMailed: email !== null,
  };
}
