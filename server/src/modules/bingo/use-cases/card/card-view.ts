import type { CardView } from '@hillo/contracts/bingo-schemas';
import { type CardChange, completedRows, type Prompt, wordingOf } from '@hillo/domain/bingo';
import type { Side } from '@hillo/domain/registration';
import type { Locale } from '@hillo/domain/shared';
import { metPerson } from '../../../encounters/index.js';
import { type PersonOnCard, type StoredCard, toDomain } from '../../data/card-rows.js';

/** A prompt as one reader sees it. */
function promptView(prompt: Prompt, locale: Locale) {
  const own = wordingOf(prompt, locale);
  return {
    id: prompt.id,
    coloured: prompt.coloured,
    own: own ? { ...own.wording, locale: own.locale } : null,
  };
}

/** The card as its owner sees it. */
export function cardView(card: StoredCard, ownSide: Side, locale: Locale): CardView {
  return {
    id: card.id,
    rev: card.rev,
    ownSide,
    prompts: card.prompts.map((prompt) => promptView(prompt, locale)),
    marks: card.marks.map(({ square, encounterId, person }) => ({
      square,
      encounterId,
      person: person && metPerson(person),
    })),
    rows: completedRows(toDomain(card)),
    ticket: card.ticket,
    frozen: card.frozen,
  };
}

/** The stored card after a change, without reading it again: `met` is whom the change put on it. */
export function changedCard(
  before: StoredCard,
  { card }: CardChange,
  met: { readonly encounterId: string; readonly person: PersonOnCard | null },
): StoredCard {
  const marks = card.marks.map(({ square, encounterId }) => {
    const known = before.marks.find((mark) => (mark.encounterId ?? `gone-${mark.square}`) === encounterId);
    if (known) return { ...known, square };
    return { square, ...met };
  });
  return { ...before, marks, ticket: card.ticket, rev: before.rev + 1 };
}
