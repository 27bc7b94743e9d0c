import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { Mailer } from '../../../../platform/mail/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { Evenings } from '../../../evenings/index.js';
import { Registrations } from '../../../registration/index.js';
import { AskerRepository } from '../../data/asker-repository.js';
import type { Question } from '../../data/question-rows.js';

/** Payload `{ questionId }`. */
const TASK = 'tell-question-answered';

/** A question that went on at a table is answered: whoever wanted to be told gets one mail. */
@Injectable()
export class TellAnswered implements OnModuleInit {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(AskerRepository) private readonly askers: AskerRepository,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Texts) private readonly texts: Texts,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TASK, ({ questionId }) => this.tell(String(questionId)));
  }

  async plan(db: Transaction, { id, follows, forTable, askerId }: Question): Promise<void> {
    if (follows && forTable && askerId !== null)
      await db.enqueue(TASK, { questionId: id }, { key: `${TASK}:${id}` });
  }

  private async tell(questionId: string): Promise<void> {
    const question = await this.askers.following(questionId);
    if (!question) return;
    const { eveningId, registrationId, text: words, answer } = question;
    const evening = await this.evenings.byId(eveningId);
    const asker = await this.registrations.byId(eveningId, registrationId);
    if (!evening || !asker?.email) return;
    const { locale, firstName: name, email: address } = asker;
    const values = { name, theme: this.evenings.nameOf(evening, locale), question: words, answer };
    const text = (key: string) => this.texts.text(locale, `panel-files.mail.${key}`, values);
    await this.mailer.send({
      messageId: `question-answered-${questionId}`,
      to: { name, address },
      locale,
      subject: text('subject'),
      content: {
        preheader: text('preheader'),
        heading: text('heading'),
        paragraphs: [text('question'), text(answer === '' ? 'withoutWords' : 'answer')],
        action: { label: text('action'), url: this.registrations.links.personal(asker) },
        footer: text('footer'),
      },
    });
  }
}
