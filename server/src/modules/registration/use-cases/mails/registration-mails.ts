import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { type Evening, Evenings } from '../../../evenings/index.js';
import { AccessNeedsRepository } from '../../data/access-needs-repository.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import type { Attendee } from '../../data/rows.js';
import { DescribeRegistered } from '../describe-registered.js';
import { PersonalLinks } from '../personal-links.js';
import { Letters, type LetterParts } from './letters.js';
import {
  REGISTRATION_MAILS,
  type RegistrationMail,
  SEND_LINKS_AGAIN,
  SEND_NOT_POSSIBLE,
  SEND_REGISTRATION_MAIL,
} from './tasks.js';

/** The state that a mail tells of; a registration that has moved on since is told of that by another mail. */
const TOLD_STATE: Readonly<Record<RegistrationMail, Attendee['state'] | null>> = {
  registered: 'confirmed',
  promoted: 'confirmed',
  waiting: 'waiting',
  cancelled: 'cancelled',
  newLink: null,
};

/** Mails about one registration, sent by jobs that carry ids only. */
@Injectable()
export class RegistrationMails implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(AccessNeedsRepository) private readonly accessNeeds: AccessNeedsRepository,
    @Inject(DescribeRegistered) private readonly describe: DescribeRegistered,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SEND_REGISTRATION_MAIL, async ({ mailId, registrationId, kind }) => {
      const known = REGISTRATION_MAILS.find((candidate) => candidate === kind);
      if (known) await this.tell(String(registrationId), known, String(mailId));
    });
    this.jobs.register(SEND_LINKS_AGAIN, ({ mailId, registrationIds }) =>
      this.linksAgain(Array.isArray(registrationIds) ? registrationIds.map(String) : [], String(mailId)),
    );
    this.jobs.register(SEND_NOT_POSSIBLE, ({ mailId, registrationId }) =>
      this.notPossible(String(registrationId), String(mailId)),
    );
  }

  private async tell(id: string, kind: RegistrationMail, mailId: string): Promise<void> {
    const party = await this.describe.party(id);
    const [person] = party;
    const evening = person && (await this.evenings.byId(person.eveningId));
    if (!person || !evening) return;
    const state = TOLD_STATE[kind];
    if (state !== null && person.state !== state) return;
    await this.letters.send(person, evening, {
      kind,
      messageId: `${kind}-${mailId}`,
      ...(await this.parts(kind, party, evening)),
    });
  }

  private async parts(
    kind: RegistrationMail,
    party: readonly Attendee[],
    evening: Evening,
  ): Promise<Omit<LetterParts, 'kind' | 'messageId'>> {
    const [person, ...companions] = party;
    if (!person || kind === 'cancelled') return { calendar: 'CANCEL' };
    const { locale } = person;
    if (kind === 'newLink') return { withOwnPage: true };
    const names = companions.map(({ firstName }) => firstName).join(', ');
    const along = names === '' ? [] : [[this.letters.text(locale, 'detail.companions'), names] as const];
    if (kind === 'waiting') {
      const before = await this.describe.seatsBefore(person);
      const place = [this.letters.text(locale, 'detail.queue'), String((before ?? 0) + 1)] as const;
      return {
        withOwnPage: true,
        details: [...along, place],
        paragraphs: [this.letters.share(evening, locale)],
      };
    }
    const paragraphs = [this.letters.text(locale, 'cannotCome'), this.letters.share(evening, locale)];
    return {
      withOwnPage: true,
      details: [...along, this.letters.code(person)],
      paragraphs,
      calendar: 'REQUEST',
    };
  }

  /** One address may hold many registrations (product rule 12): all their links come in one mail. */
  private async linksAgain(ids: readonly string[], mailId: string): Promise<void> {
    const people = (await this.attendees.byIds(ids)).filter(({ email }) => email !== null);
    people.sort((a, b) => a.queueNumber - b.queueNumber);
    const [first] = people;
    const evening = first && (await this.evenings.byId(first.eveningId));
    if (!first || !evening) return;
    const links = people.map((person) => [person.firstName, this.links.personal(person)] as const);
    await this.letters.send(first, evening, {
      kind: people.length === 1 ? 'linkAgain' : 'linksAgain',
      messageId: `links-${mailId}`,
      ...(people.length === 1 ? { withOwnPage: true } : { details: links }),
    });
  }

  private async notPossible(id: string, mailId: string): Promise<void> {
    const [person] = await this.attendees.byIds([id]);
    const evening = person && (await this.evenings.byId(person.eveningId));
    const task = person && (await this.accessNeeds.task(person.eveningId, id));
    if (!person || !evening || task?.state !== 'not-possible' || task.toldAt !== null) return;
    await this.letters.send(person, evening, {
      kind: 'notPossible',
      messageId: `not-possible-${mailId}`,
      withOwnPage: true,
      paragraphs: task.words === '' ? [] : [task.words],
    });
    await this.accessNeeds.setTold(id, this.clock.now());
  }
}
