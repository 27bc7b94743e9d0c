import { isDefaultPrompt, type Prompt, promptOrder, wordingOf } from '@hillo/domain/bingo';
import { formatSpokenCode } from '@hillo/domain/door';
import { languageTag, type Locale } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import type { FoldedCard } from '../../../../platform/documents/pdf/folded-card.js';
import type { Evening } from '../../../evenings/index.js';

/** What a card on paper is made of. `cardId` seeds the order of its squares, the same as on the phone. */
export interface CardToPrint {
  readonly cardId: string;
  /** In the evening's own order. */
  readonly prompts: readonly Prompt[];
  readonly code: string;
  readonly link: string;
  readonly locale: Locale;
  /** Null for a card that is nobody's yet. */
  readonly person: { readonly firstName: string; readonly affiliation: string } | null;
  /** Boxes that the person has ticked already. */
  readonly ticks: { readonly share: boolean; readonly draw: boolean };
}

interface Wording {
  /** The evening's name in the card's language. */
  readonly evening: string;
  readonly plan: Evening['plan'];
  readonly text: (key: string, values?: Readonly<Record<string, string>>) => string;
}

const STEPS = ['one', 'two', 'three', 'four', 'five'] as const;

/** The card in words: first name and affiliation as on the badge, never a title (S99). */
export function paperCardOf(card: CardToPrint, { evening, plan, text }: Wording): FoldedCard {
  const { cardId, prompts, code, link, locale, person, ticks } = card;
  const paper = (key: string, values?: Readonly<Record<string, string>>) => text(`paperCard.${key}`, values);
  return {
    language: languageTag(locale),
    title: person
      ? paper('card', { name: person.firstName })
      : paper('blankCard', { code: formatSpokenCode(code) }),
    front: {
      heading: evening,
      place: paper('place', {
        when: dates(locale, plan.timeZone).span(plan.startsAt, plan.endsAt, 'dateTime'),
        venue: plan.venue.name,
      }),
      squares: promptOrder(cardId, prompts).map((prompt) => ({
        prompt: isDefaultPrompt(prompt.id)
          ? text(`prompts.${prompt.id}.title`)
          : (wordingOf(prompt, locale)?.wording.title ?? ''),
        coloured: prompt.coloured,
      })),
      colouredMark: paper('colouredMark'),
      colouredKey: paper('colouredKey'),
      codeKey: paper('codeKey'),
    },
    back: {
      name: person?.firstName ?? '',
      affiliation: person?.affiliation ?? '',
      nameLabel: paper('name'),
      codeLabel: paper('code'),
      code,
      qr: { payload: link.toUpperCase(), alt: paper('qr') },
      howTitle: paper('howTitle'),
      steps: STEPS.map((step) => paper(`steps.${step}`)),
    },
    inside: {
      heading: paper('inside'),
      line: {
        name: paper('line.name'),
        code: paper('line.code'),
        agreed: paper('line.agreed'),
        nextStep: paper('line.nextStep'),
      },
      boxesTitle: paper('boxesTitle'),
      boxes: [
        { text: paper('share'), ticked: ticks.share },
        { text: paper('draw'), ticked: ticks.draw },
      ],
      footer: paper('footer'),
    },
  };
}
