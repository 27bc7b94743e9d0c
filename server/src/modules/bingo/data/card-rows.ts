import {
  type Card,
  defaultPrompts,
  type Prompt,
  promptOrder,
  type Square,
  SQUARES,
} from '@hillo/domain/bingo';
import {
  SECTORS,
  type SectorMark,
  type Side,
  sectorMark,
  type SideOverrides,
  sideOf,
} from '@hillo/domain/registration';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';

/** Somebody on a card: what a scan alone shows (product rule 4). */
export interface PersonOnCard {
  readonly firstName: string;
  readonly affiliation: string;
  readonly mark: SectorMark;
  readonly side: Side;
}

/** A filled square. `person` is null when the meeting was removed or the person is gone. */
export interface StoredMark {
  readonly square: Square;
  readonly encounterId: string | null;
  readonly person: PersonOnCard | null;
}

/** A card as it is stored, its prompts in the order of its squares. */
export interface StoredCard {
  readonly id: string;
  readonly rev: number;
  readonly hidden: boolean;
  readonly ticket: boolean;
  readonly frozen: boolean;
  readonly prompts: readonly Prompt[];
  readonly marks: readonly StoredMark[];
}

const squareRow = z.literal(SQUARES);
const words = z.partialRecord(z.enum(LOCALES), z.string());

export const promptRow = z.object({
  position: z.number(),
  key: z.string().nullable(),
  title: words,
  starter: words,
  coloured: z.boolean(),
});

/** The evening's nine prompts; without rows the defaults hold. An own prompt is named by its place. */
export function promptsOf(rows: readonly z.infer<typeof promptRow>[]): readonly Prompt[] {
  if (rows.length === 0) return defaultPrompts();
  return rows.map(({ position, key, title, starter, coloured }) => ({
    id: key ?? ownPromptId(position),
    coloured,
    wordings: Object.fromEntries(
      LOCALES.flatMap((locale) => {
        const titled = title[locale];
        return titled === undefined ? [] : [[locale, { title: titled, starter: starter[locale] ?? '' }]];
      }),
    ),
  }));
}

export function ownPromptId(position: number): string {
  return `own-${position}`;
}

const personRow = z.object({
  firstName: z.string(),
  affiliation: z.string(),
  sector: z.enum(SECTORS),
  shownSector: z.enum(SECTORS).nullable(),
  showsExactSector: z.boolean(),
});

/** Ids come from uuid columns: nine marks need no proof of their form. */
export const cardRow = z.object({
  id: z.string(),
  rev: z.number(),
  hidden: z.boolean(),
  ticket: z.boolean(),
  frozen: z.boolean(),
  prompts: z.array(promptRow).nullable(),
  marks: z
    .array(z.object({ square: squareRow, encounterId: z.string().nullable(), person: personRow.nullable() }))
    .nullable(),
});

export function cardOf(row: z.infer<typeof cardRow>, overrides: SideOverrides): StoredCard {
  return {
    ...row,
    prompts: promptOrder(row.id, promptsOf(row.prompts ?? [])),
    marks: (row.marks ?? []).map(({ person, ...mark }) => ({
      ...mark,
      person: person && seen(person, overrides),
    })),
  };
}

function seen(person: z.infer<typeof personRow>, overrides: SideOverrides): PersonOnCard {
  const { firstName, affiliation, sector, shownSector, showsExactSector } = person;
  return {
    firstName,
    affiliation,
    mark: sectorMark(shownSector ?? sector, showsExactSector),
    side: sideOf(sector, overrides),
  };
}

/** The card as the rules know it. A mark whose encounter is gone fills its square. */
export function toDomain({ id, prompts, marks, ticket }: StoredCard): Card {
  return {
    id,
    prompts,
    ticket,
    marks: marks.map(({ square, encounterId, person }) => ({
      square,
      encounterId: encounterId ?? `gone-${square}`,
      nameless: person === null,
    })),
  };
}

const PROMPTS_JSON = `(SELECT json_agg(json_build_object('position', b.position, 'key', b.key, 'title', b.title,
    'starter', b.starter, 'coloured', b.is_coloured) ORDER BY b.position)
  FROM bingo_prompts b WHERE b.evening_id = c.evening_id)`;

/** {@link cardRow} of the card called `c`. A card issued while a freeze committed is frozen by its neighbours. */
export const CARD_JSON = `json_build_object('id', c.id, 'rev', c.rev, 'hidden', c.hidden_at IS NOT NULL,
  'ticket', c.ticket_since IS NOT NULL,
  'frozen', c.frozen_at IS NOT NULL OR EXISTS (
    SELECT 1 FROM cards o WHERE o.evening_id = c.evening_id AND o.frozen_at IS NOT NULL),
  'prompts', ${PROMPTS_JSON},
  'marks', (SELECT json_agg(json_build_object('square', m.square, 'encounterId', m.encounter_id, 'person',
      CASE WHEN t.id IS NOT NULL AND x.removed_at IS NULL THEN json_build_object('firstName', t.first_name,
        'affiliation', t.affiliation, 'sector', t.sector, 'shownSector', t.shown_sector,
        'showsExactSector', t.shows_exact_sector) END) ORDER BY m.square)
    FROM marks m
    LEFT JOIN encounters x ON x.id = m.encounter_id
    LEFT JOIN registrations t ON t.id = m.other_id
    WHERE m.card_id = c.id))`;
