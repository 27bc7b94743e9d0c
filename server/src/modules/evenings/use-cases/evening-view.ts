import { Inject, Injectable } from '@nestjs/common';
import type { EveningAnswer, EveningList, PublicEvening } from '@hillo/contracts/evening-schemas';
import { registrationAnswer, type Theme } from '@hillo/domain/evenings';
import type { Locale } from '@hillo/domain/shared';
import { CONFIG, type Config } from '../../../config/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Texts } from '../../../platform/texts/index.js';
import type { ListedEvening } from '../data/evening-repository.js';
import type { Evening } from '../data/evening-row.js';

function iso(date: Date | null): string | null {
  return date && date.toISOString();
}

/** Evenings as answers of the contract, in the reader's language. */
@Injectable()
export class EveningView {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  publicUrl(evening: Pick<Evening, 'slug'>): string {
    return `${this.config.PUBLIC_URL}/e/${evening.slug}`;
  }

  /** A theme as people read it. */
  themeText(theme: Theme, locale: Locale): string {
    return 'key' in theme ? this.texts.text(locale, `evenings.theme.${theme.key}`) : theme.text;
  }

  /** What an evening is called: its own name, else its theme. */
  name({ plan }: Pick<Evening, 'plan'>, locale: Locale): string {
    return plan.texts.title || this.themeText(plan.theme, locale);
  }

  forMembers(evening: Evening, locale: Locale): EveningAnswer {
    const { by, opensAt, closesAt } = evening.plan.registration;
    return {
      ...this.told(evening, locale),
      organisationId: evening.organisation.id,
      capacity: evening.plan.capacity,
      registration: { by, opensAt: iso(opensAt), closesAt: iso(closesAt) },
      sideOverrides: evening.sideOverrides,
      sequence: evening.sequence,
      isDemonstration: evening.isDemonstration,
      publishedAt: iso(evening.publishedAt),
      closedAt: iso(evening.closedAt),
      cancelledAt: iso(evening.cancelledAt),
    };
  }

  forPublic(evening: Evening, locale: Locale): PublicEvening {
    const { opensAt, closesAt } = evening.plan.registration;
    return {
      ...this.told(evening, locale),
      registrationOpensAt: iso(opensAt),
      registrationClosesAt: iso(closesAt),
    };
  }

  forList(evenings: readonly ListedEvening[], locale: Locale): EveningList {
    return {
      evenings: evenings.map(({ themeKey, theme, startsAt, endsAt, ...rest }) => ({
        ...rest,
        theme: this.theme(themeKey === null ? { text: theme } : { key: themeKey as never }, locale),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    };
  }

  private theme(theme: Theme, locale: Locale): EveningAnswer['theme'] {
    return { key: 'key' in theme ? theme.key : null, text: this.themeText(theme, locale) };
  }

  private told(evening: Evening, locale: Locale) {
    const { plan } = evening;
    return {
      id: evening.id,
      slug: evening.slug,
      state: evening.state,
      theme: this.theme(plan.theme, locale),
      ...plan.texts,
      startsAt: plan.startsAt.toISOString(),
      endsAt: plan.endsAt.toISOString(),
      timeZone: plan.timeZone,
      venue: plan.venue,
      programme: plan.programme.map((block) => ({
        ...block,
        startsAt: iso(block.startsAt),
        endsAt: iso(block.endsAt),
      })),
      organiser: evening.organisation.name,
      publicUrl: this.publicUrl(evening),
      registrationAnswer: registrationAnswer({ ...plan, state: evening.state }, this.clock.now()),
    };
  }
}
