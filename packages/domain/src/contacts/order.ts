import { type Locale, languageTag } from '../shared/index.js';
import type { ContactRow } from './sheet.js';

export const SHEET_ORDERS = ['name', 'affiliation', 'next-step', 'met'] as const;
export type SheetOrder = (typeof SHEET_ORDERS)[number];

type Compare = (a: ContactRow, b: ContactRow) => number;

/**
 * Rows in an order people expect, by the collation of their language (å, ä and ö after z in Finnish and Swedish):
 * by name, by affiliation, by the next step's date with dateless ones last, or by the time of meeting. Equal rows are
 * told apart by name, then by encounter id, so that the order never depends on how the rows arrived.
 */
export function sortSheet(rows: readonly ContactRow[], order: SheetOrder, locale: Locale): ContactRow[] {
  const collator = new Intl.Collator(languageTag(locale), { numeric: true });
  const byId: Compare = (a, b) => compare(a.encounterId, b.encounterId);
  const byName: Compare = (a, b) => collator.compare(nameOf(a), nameOf(b));
  const byAffiliation: Compare = (a, b) => collator.compare(a.affiliation ?? '', b.affiliation ?? '');
  const first: Readonly<Record<SheetOrder, Compare>> = {
    name: byName,
    affiliation: byAffiliation,
    'next-step': (a, b) => compare(dateOf(a), dateOf(b)),
    met: (a, b) => a.metAt.getTime() - b.metAt.getTime(),
  };
  return [...rows].sort((a, b) => first[order](a, b) || byName(a, b) || byAffiliation(a, b) || byId(a, b));
}

function nameOf({ firstName, fields }: ContactRow): string {
  return fields.lastName === undefined ? firstName : `${firstName} ${fields.lastName}`;
}

/** A tilde sorts after every digit. */
function dateOf({ nextStep }: ContactRow): string {
  return nextStep?.date ?? '~';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
