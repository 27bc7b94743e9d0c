import writeXlsxFile, { type Cell as XlsxCell } from 'write-excel-file/node';

import { manyLines, oneLine } from './plain-text.js';
import { wallClock, type Cell, type Column, type Sheet } from './sheet.js';

/** Excel's own limit of characters in a cell; a longer text makes it refuse the whole file. */
const LONGEST_CELL = 32_767;
const DEFAULT_WIDTH = 20;

/** The library finds texts that are there already in a plain object, so `constructor` and its like would make the file unreadable. */
function unlikeObjectKey(text: string): string {
  return text in Object.prototype ? `${text} ` : text;
}

function stringValue(text: string): string {
  return unlikeObjectKey(text.slice(0, LONGEST_CELL - 1));
}

function textCell(text: string): XlsxCell {
  return { type: String, value: stringValue(manyLines(text)), wrap: true, alignVertical: 'top' };
}

function typedCell(cell: Cell | undefined, column: Column): XlsxCell {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? { type: Number, value: cell, alignVertical: 'top' } : null;
  }
  if (column.kind === 'text') return textCell(cell);
  const date = wallClock(cell);
  if (!date) return textCell(cell);
  const format = column.kind === 'date' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
  return { type: Date, value: date, format, align: 'left', alignVertical: 'top' };
}

function headerCell(column: Column): XlsxCell {
  return {
    type: String,
    value: stringValue(oneLine(column.header)),
    fontWeight: 'bold',
    backgroundColor: '#f3e9d8',
    bottomBorderStyle: 'thin',
    bottomBorderColor: '#5b4636',
    wrap: true,
  };
}

/** Excel forbids these characters and more than 31 of any in the name of a sheet. */
function sheetName(name: string): string {
  const clean = [...oneLine(name).replace(/[[\]:*?/\\]/g, ' ')].slice(0, 31).join('');
  return clean.replace(/^'+|(?<!')'+$/g, '').trim() || '1';
}

/** XLSX with typed cells: text is only ever a string cell, so nothing that a person wrote can become a formula. */
export async function writeXlsx(sheet: Sheet): Promise<Buffer> {
  const rows = sheet.rows.map((row) => sheet.columns.map((column, index) => typedCell(row[index], column)));
  const file = writeXlsxFile([sheet.columns.map(headerCell), ...rows], {
    sheet: sheetName(sheet.name),
    columns: sheet.columns.map((column) => ({ width: column.width ?? DEFAULT_WIDTH })),
    stickyRowsCount: 1,
  });
  return file.toBuffer();
}
