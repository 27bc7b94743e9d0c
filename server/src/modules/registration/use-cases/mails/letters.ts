import { Inject, Injectable } from '@nestjs/common';
import { formatSpokenCode } from '@hillo/domain/door';
import type { Locale } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import { CONFIG, type Config } from '../../../../config/index.js';
import { type CalendarMethod, writeEventCalendar } from '../../../../platform/documents/calendar.js';
import { Mailer, type MailContent } from '../../../../platform/mail/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { CALENDAR_PRODUCT, type Evening, Evenings } from '../../../evenings/index.js';
import type { Attendee } from '../../data/rows.js';
import { PersonalLinks } from '../personal-links.js';

type Values = Readonly<Record<string, string | number>>;

/** What a letter to one person says beside what all letters say. */
export interface LetterParts {
  /** Key under `mail.registration`. */
  readonly kind: string;
  readonly messageId: string;
  readonly paragraphs?: readonly string[];
  readonly details?: readonly (readonly [label: string, value: string])[];
  /** The own page is named by link; a letter about something cancelled has none. */
  readonly withOwnPage?: boolean;
  /** Another thing to do than to open the own page. */
  readonly action?: MailContent['action'];
  readonly calendar?: CalendarMethod;
}

/** Whom a letter goes to. */
export type Addressee = Pick<Attendee, 'id' | 'personalVersion' | 'email' | 'firstName' | 'locale'>;

/** Letters to people who registered: their language, their evening, their own page. */
@Injectable()
export class Letters {
  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Somebody without an address is told by whoever spoke with them. */
  async send(person: Addressee, evening: Evening, parts: LetterParts): Promise<void> {
    const { email, locale, firstName } = person;
    if (email === null) return;
    const { kind, messageId, withOwnPage = false, calendar } = parts;
    const name = this.evenings.nameOf(evening, locale);
    const values = { name: firstName, evening: name, organiser: evening.organisation.name };
    const action = withOwnPage
      ? { label: this.text(locale, 'ownPage'), url: this.links.personal(person) }
      : parts.action;
    const content: Omit<MailContent, 'lang'> = {
      preheader: this.text(locale, `${kind}.preheader`, values),
      heading: this.text(locale, `${kind}.heading`, values),
      paragraphs: [
        this.text(locale, `${kind}.text`, values),
        ...(parts.paragraphs ?? []),
        ...(withOwnPage ? [this.text(locale, 'keepToYourself')] : []),
      ],
      details: [...this.eveningDetails(evening, locale), ...(parts.details ?? [])],
      ...(action ? { action } : {}),
      footer: this.text(locale, 'footer', values),
    };
    await this.mailer.send({
      to: { name: firstName, address: email },
      locale,
      messageId,
      subject: this.text(locale, `${kind}.subject`, values),
      content,
      ...(calendar ? { calendar: this.calendar(calendar, person, email, evening) } : {}),
    });
  }

  /** A text under `mail.registration`. */
  text(locale: Locale, key: string, values: Values = {}): string {
    return this.texts.text(locale, `mail.registration.${key}`, values);
  }

  /** "Share this evening": the public address, apart from the own page. */
  share(evening: Evening, locale: Locale): string {
    return this.text(locale, 'share', { url: this.evenings.publicUrl(evening) });
  }

  code(person: Attendee): readonly [string, string] {
    return [this.text(person.locale, 'detail.code'), formatSpokenCode(person.spokenCode)];
  }

  when(plan: Pick<Evening['plan'], 'startsAt' | 'endsAt' | 'timeZone'>, locale: Locale): string {
    return dates(locale, plan.timeZone).span(plan.startsAt, plan.endsAt, 'longDateTime');
  }

  private eveningDetails({ plan, organisation }: Evening, locale: Locale) {
    const where = [plan.venue.name, plan.venue.address].filter((part) => part !== '').join(', ');
    return [
      [this.text(locale, 'detail.when'), this.when(plan, locale)],
      [this.text(locale, 'detail.where'), where],
      [this.text(locale, 'detail.organiser'), organisation.name],
    ] as const;
  }

  private calendar(method: CalendarMethod, person: Addressee, email: string, evening: Evening) {
    const sender = /<([^<>]+)>/.exec(this.config.MAIL_FROM)?.[1] ?? this.config.MAIL_FROM;
    const content = writeEventCalendar({
      method,
      product: CALENDAR_PRODUCT,
      event: this.evenings.calendarEvent(evening, person.locale),
      organizer: { name: evening.organisation.name, email: sender },
      attendee: { name: person.firstName, email },
    });
    return { method, content, filename: `${evening.slug}.ics` };
  }
}
