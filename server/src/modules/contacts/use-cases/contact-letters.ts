import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import { CONFIG, type Config } from '../../../config/index.js';
import { Mailer } from '../../../platform/mail/index.js';
import { Texts } from '../../../platform/texts/index.js';
import { DerivedTokens } from '../../../platform/tokens/index.js';
import { type Evening, Evenings } from '../../evenings/index.js';
import { type Attendee, Registrations } from '../../registration/index.js';
import type { AssociationView } from '../data/association-view-repository.js';
import type { WrittenFile } from './files/sheet-files.js';

/** Words and links of the mails about contacts. */
@Injectable()
export class ContactLetters {
  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The sheet as files, to its owner. */
  async ownContacts(
    me: Attendee,
    evening: Evening,
    locale: Locale,
    operationId: string,
    files: readonly WrittenFile[],
  ): Promise<void> {
    await this.toAttendee('ownContacts', `contacts-${operationId}`, me, evening, locale, files);
  }

  /** At the evening's end: the way to the own sheet. */
  async sheetIsReady(me: Attendee, evening: Evening): Promise<void> {
    await this.toAttendee('sheetReady', `sheet-ready-${me.id}`, me, evening, me.locale, []);
  }

  /** The link to an association's view, in the language of the organisation. */
  async viewOpened(view: AssociationView, evening: Evening): Promise<void> {
    const { locale, name: organisation } = evening.organisation;
    const write = dates(locale, evening.plan.timeZone);
    const theme = this.evenings.nameOf(evening, locale);
    const values = {
      theme,
      organisation,
      association: view.affiliation,
      date: write.write(evening.plan.startsAt, 'longDate'),
      until: write.write(view.expiresAt, 'date'),
    };
    const token = this.tokens.derive('association', view.id, view.tokenVersion);
    const text = (key: string) => this.texts.text(locale, `contact-files.mail.viewOpened.${key}`, values);
    await this.mailer.send({
      messageId: `association-view-${view.id}-${view.tokenVersion}`,
      to: { address: view.email },
      locale,
      subject: text('subject'),
      content: {
        preheader: text('preheader'),
        heading: text('heading'),
        paragraphs: [text('text'), text('until')],
        action: { label: text('action'), url: `${this.config.PUBLIC_URL}/v/${token}` },
        footer: text('footer'),
      },
    });
  }

  private async toAttendee(
    kind: 'ownContacts' | 'sheetReady',
    messageId: string,
    me: Attendee,
    evening: Evening,
    locale: Locale,
    files: readonly WrittenFile[],
  ): Promise<void> {
    if (me.email === null) return;
    const values = {
      name: me.firstName,
      theme: this.evenings.nameOf(evening, locale),
      organisation: evening.organisation.name,
      date: dates(locale, evening.plan.timeZone).write(evening.plan.startsAt, 'longDate'),
    };
    const text = (key: string) => this.texts.text(locale, `contact-files.mail.${kind}.${key}`, values);
    await this.mailer.send({
      messageId,
      to: { name: me.firstName, address: me.email },
      locale,
      subject: text('subject'),
      content: {
        preheader: text('preheader'),
        heading: text('heading'),
        paragraphs: [text('text'), text('care')],
        action: { label: text('action'), url: this.registrations.links.personal(me) },
        footer: text('footer'),
      },
      attachments: files.map(({ name, mediaType, content }) => ({
        filename: name,
        contentType: mediaType,
        content,
      })),
    });
  }
}
