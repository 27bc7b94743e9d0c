import { Inject, Injectable } from '@nestjs/common';
import type { Parsed } from '@hillo/contracts/endpoint';
import type { paperApi } from '@hillo/contracts/paper';
import type { Prompt } from '@hillo/domain/bingo';
import { fail, languageTag, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { writeFoldedCards } from '../../../../platform/documents/pdf/folded-card.js';
import { FileAnswer } from '../../../../platform/http/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { Reserves } from '../../../door/index.js';
import { type Evening, Evenings } from '../../../evenings/index.js';
import { PersonalLinks, Registrations } from '../../../registration/index.js';
import { CardRepository } from '../../data/card-repository.js';
import { PromptRepository } from '../../data/prompt-repository.js';
import { type CardToPrint, paperCardOf } from './paper-card-words.js';

type Query = Parsed<(typeof paperApi)['GET /api/evenings/:evening/paper-cards.pdf']>['query'];

/** Cards on paper: what was settled is only read here, each in its person's language or all in one. */
@Injectable()
export class PrintCards {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(PromptRepository) private readonly prompts: PromptRepository,
    @Inject(CardRepository) private readonly cards: CardRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
    @Inject(Reserves) private readonly reserves: Reserves,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(eveningId: string, query: Query) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const { locale } = evening.organisation;
    const forReserves = query.of === 'reserves';
    const prompts = await this.prompts.ofEvening(eveningId);
    const chosen = query.registrations?.split(',');
    const cards = forReserves
      ? await this.reserved(evening, prompts, query.language ?? locale)
      : await this.ofPeople(evening, prompts, chosen, query.language);
    if (cards.length === 0) return fail('nobody-to-print');
    const title = this.texts.text(locale, forReserves ? 'paperCard.reservesFile' : 'paperCard.file', {
      evening: this.evenings.nameOf(evening, locale),
    });
    const file = await writeFoldedCards({
      title,
      language: languageTag(query.language ?? locale),
      created: this.clock.now(),
      cards: cards.map((card) =>
        paperCardOf(card, {
          evening: this.evenings.nameOf(evening, card.locale),
          plan: evening.plan,
          text: (key, values) => this.texts.text(card.locale, key, values),
        }),
      ),
    });
    return ok(new FileAnswer(file, 'application/pdf', `${title}.pdf`));
  }

  /** By first name, as badges are. */
  private async ofPeople(
    evening: Evening,
    prompts: readonly Prompt[],
    chosen: readonly string[] | undefined,
    language: Locale | undefined,
  ): Promise<CardToPrint[]> {
    const ids = await this.cards.idsOf(evening.id);
    const collator = new Intl.Collator(languageTag(evening.organisation.locale));
    const people = (await this.registrations.all(evening.id))
      .filter(({ id, state }) => state === 'confirmed' && (chosen === undefined || chosen.includes(id)))
      .toSorted((a, b) => collator.compare(a.firstName, b.firstName));
    return people.flatMap((person): CardToPrint[] => {
      const cardId = ids.get(person.id);
      const link = this.links.badge(person);
      if (cardId === undefined || link === null) return [];
      const { spokenCode: code, firstName, affiliation, sharesWithEveryone, drawOptIn } = person;
      const locale = language ?? person.locale;
      const ticks = { share: sharesWithEveryone, draw: drawOptIn };
      return [{ cardId, prompts, code, link, locale, person: { firstName, affiliation }, ticks }];
    });
  }

  private async reserved(
    evening: Evening,
    prompts: readonly Prompt[],
    locale: Locale,
  ): Promise<CardToPrint[]> {
    const free = await this.reserves.free(evening.id);
    const ticks = { share: false, draw: false };
    return free.map(({ id: cardId, spokenCode: code, link }) => ({
      cardId,
      prompts,
      code,
      link,
      locale,
      person: null,
      ticks,
    }));
  }
}
