import type { Sector } from '@hillo/domain/registration';

/** So many people of one affiliation; empty comes as oneself. Kinds of organisation are real, organisations mostly invented. */
export interface Group {
  readonly sector: Sector;
  readonly affiliation: string;
  readonly people: number;
}

function groups(sector: Sector, counts: Readonly<Record<string, number>>): Group[] {
  return Object.entries(counts).map(([affiliation, people]) => ({ sector, affiliation, people }));
}

const COUNTY = 'Keski-Uudenmaan hyvinvointialue';

/** 82 who register; three bring a support person: 85, as in the source. */
export const RECOVERY_GROUPS: readonly Group[] = [
  ...groups('municipality', {
    'Järvenpään kaupunki, hyvinvointipalvelut': 3,
    'Järvenpään kaupunki, asumispalvelut': 2,
    'Hyvinkään kaupunki, vapaa-aikapalvelut': 2,
    'Hyvinkään kaupunki, työllisyyspalvelut': 1,
    'Tuusulan kunta, nuorisopalvelut': 2,
    'Nurmijärven kunta, hyvinvoinnin edistäminen': 2,
    'Mäntsälän kunta, kirjasto': 2,
    'Pornaisten kunta, hyvinvoinnin edistäminen': 1,
  }),
  ...groups('wellbeing-county', {
    [`${COUNTY}, asiakasohjaus`]: 3,
    [`${COUNTY}, mielenterveys- ja päihdepalvelut`]: 6,
    [`${COUNTY}, aikuissosiaalityö`]: 3,
    [`${COUNTY}, osallisuustyö`]: 1,
  }),
  ...groups('state', { Kela: 1, Rikosseuraamuslaitos: 1 }),
  ...groups('education', { 'Ammattiopisto, Hyvinkää': 2, 'Kansalaisopisto, Järvenpää': 1 }),
  ...groups('association', {
    'Järvenpään mielen tuki ry': 4,
    'Hyvinkään mielenvire ry': 3,
    'Tuusulan omaiset mukana ry': 3,
    'Keski-Uudenmaan päihdetyön vertaiset ry': 5,
    'Nurmijärven raittiit illat ry': 2,
    'Mäntsälän kohtaamispaikka ry': 3,
    'Järvenpään ystäväpiiri ry': 1,
    'Liikettä kaikille ry': 2,
    'Yhdessä asumaan ry': 3,
  }),
  ...groups('parish', {
    'Järvenpään seurakunta, diakonia': 2,
    'Hyvinkään seurakunta, diakonia': 2,
    'Tuusulan seurakunta': 2,
  }),
  ...groups('expert-by-experience', { '': 5, 'Keski-Uudenmaan vertaisverkosto': 4 }),
  ...groups('resident', { '': 4 }),
  ...groups('company', {
    'Kuntouttava koti Kuusama': 2,
    'Kahvila Kaneli, Järvenpää': 1,
    'Työpaja Kulmakivi': 1,
  }),
];

/** 36 who register; four bring a support person: 40. */
export const DISABILITY_GROUPS: readonly Group[] = [
  ...groups('municipality', {
    'Tuusulan kunta, liikuntapalvelut': 1,
    'Hyvinkään kaupunki, varhaiskasvatus': 2,
    'Järvenpään kaupunki, hyvinvointipalvelut': 1,
    'Nurmijärven kunta, kirjasto': 1,
  }),
  ...groups('wellbeing-county', {
    [`${COUNTY}, vammaispalvelut`]: 5,
    [`${COUNTY}, asiakasohjaus`]: 2,
    [`${COUNTY}, päivätoiminta`]: 1,
  }),
  ...groups('education', { 'Ammattiopisto, Tuusula': 1, 'Kansalaisopisto, Hyvinkää': 1 }),
  ...groups('association', {
    'Hyvinkään kehitysvammaisten tukena ry': 3,
    'Järvenpään kehitysvammaisten ystävät ry': 3,
    'Perheet erityisesti ry': 3,
    'Keski-Uudenmaan sovellettu liikunta ry': 2,
    'Teatteriryhmä Hattu': 1,
  }),
  ...groups('parish', { 'Nurmijärven seurakunta, vammaistyö': 1, 'Järvenpään seurakunta': 1 }),
  ...groups('expert-by-experience', { '': 2, 'Oma ääni -ryhmä': 1 }),
  ...groups('resident', { '': 2 }),
  ...groups('company', { 'Kotipalvelu Kanerva': 1, 'Taksi Uusimäki': 1 }),
];

/** 66 who register; two bring a support person and some a child, twelve in all: 80 seats. The rest wait. */
export const FAMILY_GROUPS: readonly Group[] = [
  ...groups('municipality', {
    'Järvenpään kaupunki, varhaiskasvatus': 3,
    'Tuusulan kunta, nuorisopalvelut': 3,
    'Hyvinkään kaupunki, perusopetus': 2,
    'Hyvinkään kaupunki, nuorisopalvelut': 2,
    'Nurmijärven kunta, liikuntapalvelut': 2,
    'Mäntsälän kunta, kirjasto': 2,
    'Pornaisten kunta, varhaiskasvatus': 1,
  }),
  ...groups('wellbeing-county', {
    [`${COUNTY}, perhekeskus`]: 5,
    [`${COUNTY}, neuvola`]: 3,
    [`${COUNTY}, lastensuojelu`]: 2,
    [`${COUNTY}, asiakasohjaus`]: 1,
  }),
  ...groups('state', { Kela: 1 }),
  ...groups('education', {
    'Lukio, Tuusula': 1,
    'Musiikkiopisto, Hyvinkää': 1,
    'Ammattiopisto, Hyvinkää': 2,
  }),
  ...groups('association', {
    'Perheet yhdessä ry': 4,
    'Hyvinkään lastenhoitoapu ry': 2,
    'Tuusulan yksinhuoltajat ja ystävät ry': 3,
    'Nurmijärven kyläyhdistys Lähde ry': 2,
    'Isien ilta ry': 2,
    'Keski-Uudenmaan monikulttuuriset perheet ry': 3,
    'Mäntsälän metsänkävijät ry': 2,
    'Varamummot ja -vaarit ry': 2,
  }),
  ...groups('parish', { 'Tuusulan seurakunta, perhetyö': 3, 'Mäntsälän seurakunta': 2 }),
  ...groups('resident', { '': 7 }),
  ...groups('expert-by-experience', { '': 1 }),
  ...groups('company', { 'Leikkihuone Peukaloinen': 1, 'Kahvila Kaneli, Järvenpää': 1 }),
];

/** They came when the seats had gone. */
export const WAITING_GROUPS: readonly Group[] = [
  ...groups('resident', { '': 2 }),
  ...groups('association', { 'Perheet yhdessä ry': 1 }),
  ...groups('municipality', { 'Tuusulan kunta, varhaiskasvatus': 1 }),
];
