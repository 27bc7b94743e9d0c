import type { Sector } from '@hillo/domain/registration';

/** The six municipalities of the source's area, with the form that goes before "kunta" or "yhdistys". */
export const MUNICIPALITIES = [
  { name: 'Hyvinkää', of: 'Hyvinkään', authority: 'Hyvinkään kaupunki' },
  { name: 'Järvenpää', of: 'Järvenpään', authority: 'Järvenpään kaupunki' },
  { name: 'Mäntsälä', of: 'Mäntsälän', authority: 'Mäntsälän kunta' },
  { name: 'Nurmijärvi', of: 'Nurmijärven', authority: 'Nurmijärven kunta' },
  { name: 'Pornainen', of: 'Pornaisten', authority: 'Pornaisten kunta' },
  { name: 'Tuusula', of: 'Tuusulan', authority: 'Tuusulan kunta' },
] as const;
export type Municipality = (typeof MUNICIPALITIES)[number];

/** Kinds of organisation for each sector; `none` comes as oneself. */
type Kinds = readonly [Kind, ...Kind[]];
type Kind = (place: Municipality) => string | null;
const none: Kind = () => null;

export const AFFILIATION_KINDS: Readonly<Record<Sector, Kinds>> = {
  municipality: [
    ({ authority }) => authority,
    ({ authority }) => `${authority}, hyvinvointipalvelut`,
    ({ authority }) => `${authority}, nuorisopalvelut`,
    ({ of }) => `${of} kirjasto`,
  ],
  'wellbeing-county': [
    () => 'Keski-Uudenmaan hyvinvointialue',
    () => 'Keski-Uudenmaan hyvinvointialue, asiakasohjaus',
    ({ of }) => `${of} perhekeskus`,
  ],
  state: [() => 'Kela', () => 'Poliisi'],
  education: [({ of }) => `${of} kansalaisopisto`, ({ of }) => `${of} lukio`],
  association: [
    ({ of }) => `${of} mielenterveysyhdistys`,
    ({ of }) => `${of} kehitysvammaisten tuki`,
    ({ of }) => `${of} omaishoitajat`,
    ({ of }) => `${of} eläkkeensaajat`,
    ({ of }) => `${of} perheyhdistys`,
    ({ of }) => `${of} päihdetyön vertaiset`,
    ({ of }) => `${of} kyläyhdistys`,
  ],
  parish: [({ of }) => `${of} seurakunta`, ({ of }) => `${of} seurakunta, diakonia`],
  resident: [none, ({ of }) => `${of} asukkaat`],
  'expert-by-experience': [none, ({ of }) => `${of} mielenterveysyhdistys`],
  company: [
    ({ of }) => `${of} kotihoiva`,
    ({ of }) => `${of} fysioterapia`,
    ({ name }) => `Kahvila Kaneli, ${name}`,
  ],
};
