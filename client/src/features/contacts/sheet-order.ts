import { sortSheet, type SheetOrder } from '@hillo/domain/contacts';
import type { Locale } from '@hillo/domain/shared';
import type { ContactRow } from './api.js';

/** Rows in the reader's order, by the rule that the files use too. */
export function orderRows(
  rows: readonly ContactRow[],
  order: SheetOrder,
  locale: Locale,
): readonly ContactRow[] {
  const byId = new Map(rows.map((row) => [row.encounterId, row]));
  const domain = rows.map((row) => ({ ...row, metAt: new Date(row.metAt) }));
  return sortSheet(domain, order, locale).flatMap(({ encounterId }) => byId.get(encounterId) ?? []);
}
