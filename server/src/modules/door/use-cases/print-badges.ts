import { Inject, Injectable } from '@nestjs/common';
import type { doorApi } from '@hillo/contracts/door';
import { fail, languageTag, ok } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { writeLabelSheet } from '../../../platform/documents/pdf/label-sheet.js';
import { type CallOf, FileAnswer } from '../../../platform/http/index.js';
import { Texts } from '../../../platform/texts/index.js';
import { Evenings } from '../../evenings/index.js';
import { PersonalLinks, Registrations } from '../../registration/index.js';
import { badgeLabel } from './badge-label.js';

type BadgesCall = CallOf<typeof doorApi, 'GET /api/evenings/:evening/badges.pdf'>;

/** Badges on sheets of A4: of everybody with a seat by first name, or one again. */
@Injectable()
export class PrintBadges {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run({ params, query }: BadgesCall) {
    const evening = await this.evenings.byId(params.evening);
    if (!evening) return fail('not-found');
    const { locale } = evening.organisation;
    const seated = (await this.registrations.all(evening.id)).filter(({ state }) => state === 'confirmed');
    const asked = seated.filter(({ id }) => query.registration === undefined || id === query.registration);
    if (query.registration !== undefined && asked.length === 0) return fail('not-found');
    const collator = new Intl.Collator(languageTag(locale));
    const byFirstName = asked.toSorted(
      (a, b) => collator.compare(a.firstName, b.firstName) || collator.compare(a.lastName, b.lastName),
    );
    const title = this.texts.text(locale, 'door.badges.title', {
      evening: this.evenings.nameOf(evening, locale),
    });
    const sheet = await writeLabelSheet({
      title,
      language: languageTag(locale),
      created: this.clock.now(),
      printNote: this.texts.text(locale, 'door.badges.printNote'),
      labels: byFirstName.map((person) =>
        badgeLabel(person, this.links.badge(person), {
          mark: this.texts.text(locale, `sectors.names.${person.mark}`),
          qr: this.texts.text(locale, 'door.badges.qr', { name: person.firstName }),
        }),
      ),
    });
    return ok(new FileAnswer(sheet, 'application/pdf', `${title}.pdf`));
  }
}
