import { Inject, Injectable } from '@nestjs/common';
import type { OwnQuestion, OwnQuestions as OwnQuestionsView } from '@hillo/contracts/panel-schemas';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { Evenings } from '../../../evenings/index.js';
import { Registrations } from '../../../registration/index.js';
import { QuestionRepository } from '../../data/question-repository.js';
import { VoteRepository } from '../../data/vote-repository.js';
import { eveningView } from '../evening-part.js';
import { ownQuestion } from '../question-view.js';

/** What I asked and what I voted for. */
@Injectable()
export class OwnQuestions {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(VoteRepository) private readonly votes: VoteRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(eveningId: string, me: string, locale: Locale): Promise<Outcome<OwnQuestionsView, 'not-found'>> {
    const evening = await this.evenings.byId(eveningId);
    const attendee = await this.registrations.byId(eveningId, me);
    if (!evening || !attendee) return fail('not-found');
    const questions = await this.questions.ofAsker(me);
    return ok({
      evening: eveningView(evening, this.evenings.nameOf(evening, locale), this.clock.now()),
      isCheckedIn: attendee.checkedInAt !== null,
      questions: questions.map(ownQuestion),
      voted: await this.votes.of(me),
    });
  }

  /** A foreign question is `not-found`, and so is one that was withdrawn. */
  async one(me: string, id: string): Promise<Outcome<OwnQuestion, 'not-found'>> {
    const [question] = await this.questions.byIds([id]);
    return question && question.askerId === me && question.state !== 'withdrawn'
      ? ok(ownQuestion(question))
      : fail('not-found');
  }

  /** Ids of shown questions like what somebody types. */
  async similar(eveningId: string, text: string): Promise<{ ids: string[] }> {
    return { ids: await this.questions.similar(eveningId, text, 3) };
  }
}
