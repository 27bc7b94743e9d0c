import { SECTORS, type Sector } from '../registration/index.js';
import { foldedWords } from '../shared/index.js';

/** Sectors that an organisation can have: residents and experts by experience come as themselves (S2). */
export const LISTED_SECTORS = SECTORS.filter(
  (sector): sector is ListedSector => sector !== 'resident' && sector !== 'expert-by-experience',
);
export type ListedSector = Exclude<Sector, 'resident' | 'expert-by-experience'>;

/** Greatest length of a municipality's name, in characters. */
export const MUNICIPALITY_MAX = 60;
/** Letters typed before anything is suggested: one letter would hand out the whole list, page by page. */
export const SUGGEST_FROM = 2;
/** Most suggestions at a time: what fits between a field and a phone's keyboard. */
export const SUGGESTIONS = 6;

/** An affiliation as an association network keeps it in its list (S56, S57). */
export interface ListedAffiliation {
  readonly name: string;
  readonly sector: ListedSector;
  /** Empty when it works in the whole area. */
  readonly municipality: string;
}

type Named = Pick<ListedAffiliation, 'name' | 'municipality'>;

/** Two with the same key are one affiliation: the folded name, and the municipality that tells equal names apart. */
export function affiliationKey({ name, municipality }: Named): string {
  return `${foldedWords(name).join(' ')}/${foldedWords(municipality).join(' ')}`;
}

/** What it is found by: each word of the name and of the municipality once, folded. */
export function affiliationWords({ name, municipality }: Named): readonly string[] {
  return [...new Set([...foldedWords(name), ...foldedWords(municipality)])];
}

/** Where å, ä and ö (and the Danish and Norwegian æ and ø) stand: after z, letters of their own. */
const LAST_LETTERS: Readonly<Record<string, string>> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' };

/**
 * What the list is ordered by, compared byte by byte: the Finnish and Swedish alphabet, without regard to case or to
 * other diacritics. A database may know no Finnish order, so the key carries it.
 */
export function alphabetKey(name: string): string {
  return Array.from(name.normalize('NFC').toLowerCase(), (letter) => {
    const last = LAST_LETTERS[letter];
    return last ?? (foldedWords(letter)[0] || ' ');
  })
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}
