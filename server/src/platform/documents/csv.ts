import { stringify } from 'csv-stringify/sync';

import { manyLines } from './plain-text.js';
import { wallClock, type Cell, type Column, type Sheet } from './sheet.js';

/** Leading blanks do not protect: some spreadsheets trim them before they look for a formula. */
const FORMULA_START = /^\s*[=+\-@]/u;

/**
 * A cell that no spreadsheet takes for a formula. Full-width and small forms are folded by NFKC before looking, as spreadsheets do;
 * the text itself is kept and only gets an apostrophe before it (OWASP, CSV injection).
 */
function neutral(text: string): string {
  const clean = manyLines(text);
  return FORMULA_START.test(clean.normalize('NFKC')) || /^[\t\n]/.test(clean) ? `'${clean}` : clean;
}

function asText(cell: Cell | undefined, column: Column): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (column.kind === 'text') return neutral(cell);
  const date = wallClock(cell);
  if (!date) return neutral(cell);
  const iso = date.toISOString();
  return column.kind === 'date' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** CSV as Nordic spreadsheets open it by a double click: BOM, `;`, CRLF, every cell quoted (RFC 4180 otherwise). */
export function writeCsv(sheet: Sheet): Buffer {
  const header = sheet.columns.map((column) => neutral(column.header));
  const rows = sheet.rows.map((row) => sheet.columns.map((column, index) => asText(row[index], column)));
  const text = stringify([header, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted: true,
    quoted_empty: false,
  });
  return Buffer.from(text, 'utf8');
}
