import { Inject, Injectable } from '@nestjs/common';
import type { PanelList as PanelListView } from '@hillo/contracts/panel-schemas';
import { VISIBLE_STATES } from '@hillo/domain/panel';
import { Clock } from '../../../platform/clock/index.js';
import { TaggedAnswer } from '../../../platform/http/index.js';
import { Streams } from '../../../platform/realtime/index.js';
import { PanelRepository } from '../data/panel-repository.js';
import { QuestionRepository } from '../data/question-repository.js';
import { shownQuestion } from './question-view.js';

/** Evenings whose last list is remembered. */
const REMEMBERED = 20;
/** A count that a process took along when it ended is in no rev: so long it may stay unseen. */
const FRESH_MS = 2_000;

interface Remembered {
  readonly at: number;
  readonly list: Promise<PanelListView>;
}

/**
 * What everybody at the evening sees. A thousand phones that come back at once read the rev each and the list once: what was
 * read after a rev holds for it, since whatever changes raises it.
 */
@Injectable()
export class PanelList {
  private readonly lists = new Map<string, Remembered>();

  constructor(
    @Inject(Streams) private readonly streams: Streams,
    @Inject(PanelRepository) private readonly panels: PanelRepository,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async answer(eveningId: string): Promise<TaggedAnswer> {
    const list = await this.read(eveningId);
    return new TaggedAnswer(list, `panel-${list.rev}`);
  }

  async read(eveningId: string): Promise<PanelListView> {
    const rev = await this.streams.rev(`panel:${eveningId}`);
    const key = `${eveningId} ${rev}`;
    const now = this.clock.now().getTime();
    const known = this.lists.get(key);
    if (known && now - known.at < FRESH_MS) return known.list;
    const list = this.load(eveningId, rev);
    this.lists.set(key, { at: now, list });
    list.catch(() => this.lists.delete(key));
    for (const other of this.lists.keys())
      if ((other.startsWith(eveningId) && other !== key) || this.lists.size > REMEMBERED)
        this.lists.delete(other);
    return list;
  }

  private async load(eveningId: string, rev: number): Promise<PanelListView> {
    const { phase, isModerated } = await this.panels.ofEvening(eveningId);
    const questions = await this.questions.ofEvening(eveningId, VISIBLE_STATES);
    return {
      rev,
      phase,
      isModerated,
      questions: questions.flatMap((question) => shownQuestion(question) ?? []),
    };
  }
}
