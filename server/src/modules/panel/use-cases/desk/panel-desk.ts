import { Inject, Injectable } from '@nestjs/common';
import type { PanelDesk as PanelDeskView } from '@hillo/contracts/panel-schemas';
import { QUESTION_STATES } from '@hillo/domain/panel';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/realtime/index.js';
import { Evenings } from '../../../evenings/index.js';
import { PanelRepository } from '../../data/panel-repository.js';
import { QuestionRepository } from '../../data/question-repository.js';
import type { PanelSettings } from '../../data/question-rows.js';
import { eveningView } from '../evening-part.js';
import { deskQuestion } from '../question-view.js';

const LISTED = QUESTION_STATES.filter((state) => state !== 'withdrawn');

/** Who acts at which panel, and in which language they read the answer. */
export interface DeskCall {
  readonly operation: Operation;
  readonly eveningId: string;
  readonly locale: Locale;
}

/** Everything about the questions of an evening for whoever moderates; every act of theirs answers with it. */
@Injectable()
export class PanelDesk {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(PanelRepository) private readonly panels: PanelRepository,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(Streams) private readonly streams: Streams,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(eveningId: string, locale: Locale): Promise<Outcome<PanelDeskView, 'not-found'>> {
    const rev = await this.streams.rev(`panel-desk:${eveningId}`);
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const panel = await this.panels.ofEvening(eveningId);
    const questions = await this.questions.ofEvening(eveningId, LISTED);
    return ok({
      rev,
      evening: eveningView(evening, this.evenings.nameOf(evening, locale), this.clock.now()),
      ...panel,
      questions: questions.map(deskQuestion),
    });
  }

  /** One act under the lock of the panel: two who moderate take turns. */
  act<Code extends string>(
    { operation, eveningId, locale }: DeskCall,
    change: (db: Transaction, panel: PanelSettings) => Promise<Outcome<void, Code>>,
  ) {
    return this.operations.once<PanelDeskView, Code | 'not-found'>(
      operation,
      async (db) => {
        const changed = await change(db, await this.panels.lock(db, eveningId));
        return changed.ok ? ok({ id: eveningId }) : changed;
      },
      () => this.read(eveningId, locale),
    );
  }
}
