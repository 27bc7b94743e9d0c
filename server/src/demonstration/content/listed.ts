import { LISTED_SECTORS, type ListedAffiliation, type ListedSector } from '@hillo/domain/affiliations';
import { DISABILITY_GROUPS, FAMILY_GROUPS, type Group, RECOVERY_GROUPS } from './groups.js';

/** The six municipalities of the source's area, with the form that names of organisations begin with. */
const PLACES = {
  Hyvinkää: 'Hyvinkään',
  Järvenpää: 'Järvenpään',
  Mäntsälä: 'Mäntsälän',
  Nurmijärvi: 'Nurmijärven',
  Pornainen: 'Pornaisten',
  Tuusula: 'Tuusulan',
} as const;
const MUNICIPALITIES = Object.keys(PLACES) as (keyof typeof PLACES)[];

/** Kinds of organisation that every municipality has, by the end of their name. */
const KINDS: readonly (readonly [ListedSector, string])[] = [
  ['municipality', 'kirjasto'],
  ['municipality', 'vanhusneuvosto'],
  ['municipality', 'vammaisneuvosto'],
  ['municipality', 'nuorisovaltuusto'],
  ['education', 'kansalaisopisto'],
  ['association', 'eläkkeensaajat ry'],
  ['association', 'omaishoitajat ry'],
  ['association', 'kotiseutuyhdistys ry'],
  ['association', 'sydänyhdistys ry'],
  ['association', 'marttayhdistys ry'],
  ['parish', 'seurakunta'],
];

function placeOf(name: string): string {
  return MUNICIPALITIES.find((place) => name.startsWith(PLACES[place]) || name.endsWith(`, ${place}`)) ?? '';
}

/** Those that come to the evenings; who comes as oneself is on no list. */
function coming(groups: readonly Group[]): ListedAffiliation[] {
  return groups.flatMap(({ sector: own, affiliation: name }) => {
    const sector = LISTED_SECTORS.find((listed) => listed === own);
    return sector === undefined || name === '' ? [] : [{ name, sector, municipality: placeOf(name) }];
  });
}

/** What an association network of this area might keep. */
export const LISTED: readonly ListedAffiliation[] = [
  ...coming([...RECOVERY_GROUPS, ...DISABILITY_GROUPS, ...FAMILY_GROUPS]),
  ...MUNICIPALITIES.flatMap((place) =>
    KINDS.map(([sector, kind]) => ({ name: `${PLACES[place]} ${kind}`, sector, municipality: place })),
  ),
];
