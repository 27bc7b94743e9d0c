import { Inject, Injectable } from '@nestjs/common';
import { mayVote, QUESTION_STATES, type VoteRefusal } from '@hillo/domain/panel';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { VoteRepository, type VoteTarget } from '../../data/vote-repository.js';
import { PanelTicker } from '../panel-ticker.js';

interface Input {
  readonly operation: Operation;
  readonly eveningId: string;
  readonly me: string;
  readonly questionId: string;
}

type Code = 'not-found' | 'panel-closed' | 'not-checked-in' | VoteRefusal;

/** One vote a person and question, given and taken back (T17). Nobody waits for anybody: the count is told at a tick. */
@Injectable()
export class Vote {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(VoteRepository) private readonly votes: VoteRepository,
    @Inject(PanelTicker) private readonly ticker: PanelTicker,
  ) {}

  give(input: Input) {
    return this.set(input, true);
  }

  takeBack(input: Input) {
    return this.set(input, false);
  }

  private set({ operation, eveningId, me, questionId }: Input, voted: boolean) {
    return this.operations.onceLoaded<VoteTarget | undefined, VoteAnswer, Code>(
      operation,
      (db) => this.votes.target(db, eveningId, questionId, me),
      async (db, target) => {
        if (!target) return fail('not-found');
        const allowed = allow(target);
        if (!allowed.ok) return allowed;
        const { root } = target;
        await (voted ? this.votes.add(db, root, me) : this.votes.remove(db, root, me));
        const counts = await this.votes.counts([root], QUESTION_STATES, db);
        db.afterCommit(() => this.ticker.touch(eveningId, root));
        return ok({ id: root, answer: { question: root, voted, votes: counts[root] ?? 0 } });
      },
      async (root) => {
        const counts = await this.votes.counts([root], QUESTION_STATES);
        const mine = await this.votes.of(me);
        return ok({ question: root, voted: mine.includes(root), votes: counts[root] ?? 0 });
      },
    );
  }
}

export interface VoteAnswer {
  readonly question: string;
  readonly voted: boolean;
  readonly votes: number;
}

function allow({ isRunning, isCheckedIn, phase, state, isOwn }: VoteTarget): Outcome<void, Code> {
  if (!isRunning || phase === 'closed') return fail('panel-closed');
  if (!isCheckedIn) return fail('not-checked-in');
  return mayVote(state, isOwn);
}
