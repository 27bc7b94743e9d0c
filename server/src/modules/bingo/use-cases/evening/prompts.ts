import { Inject, Injectable } from '@nestjs/common';
import { changePrompts, isDefaultPrompt, type Prompt, type PromptRefusal } from '@hillo/domain/bingo';
import { ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations, Database } from '../../../../platform/database/index.js';
import { CardRepository } from '../../data/card-repository.js';
import { ownPromptId } from '../../data/card-rows.js';
import { PromptRepository } from '../../data/prompt-repository.js';

export interface EveningPrompts {
  readonly locked: boolean;
  readonly prompts: readonly Prompt[];
}

/** The organiser's nine prompts; locked by the first card (product rule 2, S64, S69). */
@Injectable()
export class Prompts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Operations) private readonly operations: Operations,
    @Inject(PromptRepository) private readonly prompts: PromptRepository,
    @Inject(CardRepository) private readonly cards: CardRepository,
  ) {}

  async ofEvening(eveningId: string): Promise<EveningPrompts> {
    const prompts = await this.prompts.ofEvening(eveningId);
    return { locked: await this.cards.anyIssued(this.database, eveningId), prompts };
  }

  change(operation: Operation, eveningId: string, next: readonly Prompt[]) {
    return this.operations.once<EveningPrompts, PromptRefusal>(
      operation,
      async (db) => {
        await this.prompts.lockEvening(db, eveningId);
        const current = await this.prompts.ofEvening(eveningId, db);
        // An own prompt is named by its place, which locks with the first card.
        const named = next.map((prompt, index) =>
          isDefaultPrompt(prompt.id) ? prompt : { ...prompt, id: ownPromptId(index) },
        );
        const changed = changePrompts(current, named, await this.cards.anyIssued(db, eveningId));
        if (!changed.ok) return changed;
        await this.prompts.replace(db, eveningId, changed.value);
        return ok({ id: eveningId });
      },
      async (): Promise<Outcome<EveningPrompts, never>> => ok(await this.ofEvening(eveningId)),
    );
  }
}
