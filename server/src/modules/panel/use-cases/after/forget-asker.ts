import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../../../platform/database/index.js';
import { type ErasureListener, ErasureListeners } from '../../../registration/index.js';
import { AskerRepository } from '../../data/asker-repository.js';
import { QuestionRepository } from '../../data/question-repository.js';
import { PanelNews } from '../panel-news.js';

/** Somebody is erased: their votes go, and their questions stay as nobody's; the words of what nobody has seen go too. */
@Injectable()
export class ForgetAsker implements ErasureListener, OnModuleInit {
  constructor(
    @Inject(ErasureListeners) private readonly erasures: ErasureListeners,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(AskerRepository) private readonly askers: AskerRepository,
    @Inject(PanelNews) private readonly news: PanelNews,
  ) {}

  onModuleInit(): void {
    this.erasures.add(this);
  }

  async erased(db: Transaction, registrationId: string): Promise<boolean> {
    const own = await this.questions.ofAsker(registrationId, db);
    await this.askers.forget(db, registrationId);
    for (const question of own) {
      if (question.state === 'waiting')
        await this.questions.update(db, question.id, { state: 'withdrawn', text: '', searchKey: '' });
      const after = await this.questions.byId(question.eveningId, question.id, db);
      if (after) this.news.question(db, question, after);
    }
    return own.length > 0;
  }
}
