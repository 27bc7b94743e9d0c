import { AFFILIATION_MAX } from '../registration/index.js';
import { cleanLine, fail, foldText, isBlank, ok, type Outcome } from '../shared/index.js';
import { type ListedAffiliation, type ListedSector, MUNICIPALITY_MAX } from './listed.js';

/** Most lines sent at a time; a longer list goes in several parts. */
export const LINES_AT_ONCE = 400;
/** Greatest length of a pasted line, in UTF-16 units. */
export const LINE_MAX = 600;

/** What may be wrong with a pasted line, and is said beside it. */
export const LINE_FAULTS = [
  'name-missing',
  'too-long',
  'forbidden-character',
  'sector-missing',
  'sector-unknown',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

/** Splits a line as a spreadsheet pastes or saves it: by tabs, else semicolons, else commas; quotes keep a comma inside a name. */
export function cellsOf(line: string): readonly string[] {
  const separator = ['\t', ';'].find((sign) => line.includes(sign)) ?? ',';
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    const after = quoted ? rest.slice(quoted[0].length) : '';
    if (quoted && (after === '' || after.startsWith(separator))) {
      cells.push((quoted[1] ?? '').replaceAll('""', '"').trim());
      if (after === '') return cells;
      rest = after.slice(1);
      continue;
    }
    const end = rest.indexOf(separator);
    cells.push((end < 0 ? rest : rest.slice(0, end)).trim());
    if (end < 0) return cells;
    rest = rest.slice(end + 1);
  }
}

/** Names of sectors by their folded words. */
export type SectorWords = ReadonlyMap<string, ListedSector>;

/**
 * Reads one pasted line: name, sector, and the municipality if there is one. Further cells are left unread.
 *
 * @param sectors the words that name a sector, folded ({@link foldText}), in every language
 */
export function readLine(line: string, sectors: SectorWords): Outcome<ListedAffiliation, LineFault> {
  const [name = '', sector = '', municipality = ''] = cellsOf(line);
  if (isBlank(name)) return fail('name-missing');
  const cleanName = cleanLine(name, AFFILIATION_MAX);
  if (!cleanName.ok) return fail(faultOf(cleanName.code));
  if (isBlank(sector)) return fail('sector-missing');
  const known = sectors.get(foldText(sector));
  if (known === undefined) return fail('sector-unknown');
  const place = isBlank(municipality) ? ok('') : cleanLine(municipality, MUNICIPALITY_MAX);
  if (!place.ok) return fail(faultOf(place.code));
  return ok({ name: cleanName.value, sector: known, municipality: place.value });
}

function faultOf(problem: string): LineFault {
  return problem === 'text-too-long' ? 'too-long' : 'forbidden-character';
}

/** Whether a line only says what the columns are: its second cell is the word for sector in some language. */
export function isHeading(line: string, sectorHeadings: ReadonlySet<string>): boolean {
  return sectorHeadings.has(foldText(cellsOf(line)[1] ?? ''));
}
