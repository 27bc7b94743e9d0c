import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Stage, STAGE_QUESTIONS, type StageNow, type StageQuestion } from '@hillo/contracts/stage';
import { orderProgramme } from '@hillo/domain/evenings';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { FIRST_SCENE, isPossible, runSheet } from '@hillo/domain/stage';
import { CONFIG, type Config } from '../../../config/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Db } from '../../../platform/database/index.js';
import { TaggedAnswer } from '../../../platform/http/index.js';
import { Streams } from '../../../platform/realtime/index.js';
import { type Evening, Evenings } from '../../evenings/index.js';
import { SeatedRounds } from '../../matchmaking/index.js';
import { Panel } from '../../panel/index.js';
import { StageRepository, type StageState } from '../data/stage-repository.js';

/** Reads what the stage shows. It holds nothing that not everybody in the room may see. */
@Injectable()
export class ReadStage {
  constructor(
    @Inject(StageRepository) private readonly stages: StageRepository,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(SeatedRounds) private readonly seated: SeatedRounds,
    @Inject(Panel) private readonly panel: Panel,
    @Inject(Streams) private readonly streams: Streams,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tagged by what it says, for questions and tables change without the stage. */
  async answer(eveningId: string, locale: Locale) {
    const stage = await this.read(eveningId, locale);
    if (!stage.ok) return stage;
    const tag = createHash('sha256').update(JSON.stringify(stage.value)).digest('hex').slice(0, 32);
    return new TaggedAnswer(stage.value, `stage-${tag}`);
  }

  async read(eveningId: string, locale: Locale): Promise<Outcome<Stage, 'not-found'>> {
    const rev = await this.streams.rev(`stage:${eveningId}`);
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const seating = await this.seated.ofEvening(eveningId);
    const blocks = orderProgramme(evening.plan.programme);
    const ground = { blocks, rounds: seating.rounds.length, seatingBlock: seating.block };
    const { version, shownAt, previous, ...shown } = await this.stages.ofEvening(eveningId);
    // A part of the programme may have been deleted while it was shown.
    const scene = isPossible(shown.scene, ground) ? shown.scene : FIRST_SCENE;
    return ok({
      rev,
      version,
      shownAt: shownAt?.toISOString() ?? null,
      scene,
      previous: previous !== null && isPossible(previous, ground) ? previous : null,
      sheet: [...runSheet(ground)],
      evening: this.eveningView(evening, locale),
      links: { join: this.evenings.publicUrl(evening), own: `${this.config.PUBLIC_URL}/me` },
      programme: blocks.map(({ id, kind, title, startsAt, endsAt }) => ({
        id,
        kind,
        title,
        startsAt: startsAt?.toISOString() ?? null,
        endsAt: endsAt?.toISOString() ?? null,
      })),
      rounds: ground.rounds,
      questions: scene.scene === 'questions' ? await this.questions(eveningId) : null,
      seating:
        scene.scene === 'seating'
          ? { round: scene.round, tables: [...(seating.rounds[scene.round - 1] ?? [])] }
          : null,
    });
  }

  async now(eveningId: string): Promise<Outcome<StageNow, 'not-found'>> {
    const rev = await this.streams.rev(`stage:${eveningId}`);
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    return ok({ rev, ...nowOf(evening, await this.stages.ofEvening(eveningId)) });
  }

  /** What can be shown at this evening. */
  async ground(eveningId: string, db: Db) {
    const evening = await this.evenings.byId(eveningId, db);
    const { rounds } = await this.seated.ofEvening(eveningId, db);
    return evening && { evening, blocks: evening.plan.programme, rounds: rounds.length };
  }

  private async questions(eveningId: string): Promise<Stage['questions']> {
    const { phase, onStage, next, waiting } = await this.panel.top(eveningId, STAGE_QUESTIONS);
    return { phase, onStage: onStage && questionOf(onStage), next: next.map(questionOf), waiting };
  }

  private eveningView(evening: Evening, locale: Locale): Stage['evening'] {
    const { plan, state } = evening;
    return {
      id: evening.id,
      name: this.evenings.nameOf(evening, locale),
      organiser: evening.organisation.name,
      venue: plan.venue.name,
      startsAt: plan.startsAt.toISOString(),
      endsAt: plan.endsAt.toISOString(),
      timeZone: plan.timeZone,
      isRunning: state === 'running',
      isOver: state === 'closed' || (state !== 'running' && plan.endsAt <= this.clock.now()),
    };
  }
}

/** The changes of the stream carry this to the phones. */
export function nowOf(
  { state, plan }: Pick<Evening, 'state' | 'plan'>,
  { version, scene }: Pick<StageState, 'version' | 'scene'>,
): Omit<StageNow, 'rev'> {
  const id = 'block' in scene ? scene.block : null;
  const block = plan.programme.find((each) => each.id === id)?.kind ?? null;
  return { version, scene, block, isRunning: state === 'running' };
}

function questionOf({ id, text, speaker, asker, votes }: StageQuestion): StageQuestion {
  return { id, text, speaker, asker, votes };
}
