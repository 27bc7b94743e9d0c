import { Inject, Injectable } from '@nestjs/common';
import type { ShownQuestion } from '@hillo/contracts/panel-schemas';
import { orderQuestions, type PanelPhase } from '@hillo/domain/panel';
import { PanelList } from './panel-list.js';

export interface PanelTop {
  readonly phase: PanelPhase;
  readonly onStage: ShownQuestion | null;
  readonly next: readonly ShownQuestion[];
  /** Of all that are asked, those in `next` included. */
  readonly waiting: number;
}

/** What the stage shows of the panel; its stream is `panel-desk:<evening>`, whose votes come every 100 ms. */
@Injectable()
export class Panel {
  constructor(@Inject(PanelList) private readonly list: PanelList) {}

  /** The one on the stage, and the first `limit` of those that are asked, in the order of the list. */
  async top(eveningId: string, limit: number): Promise<PanelTop> {
    const { phase, questions } = await this.list.read(eveningId);
    const asked = orderQuestions(
      questions.filter(({ state, aim }) => state === 'shown' && aim !== 'next-theme'),
    );
    return {
      phase,
      onStage: questions.find(({ state }) => state === 'on-stage') ?? null,
      next: asked.slice(0, limit),
      waiting: asked.length,
    };
  }
}
