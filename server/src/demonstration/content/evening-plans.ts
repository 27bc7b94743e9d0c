import type { Prize } from '@hillo/domain/draw';
import type { ProgrammeKind, ThemeKey, VenueFeatures } from '@hillo/domain/evenings';
import { DISABILITY_GROUPS, FAMILY_GROUPS, type Group, RECOVERY_GROUPS, WAITING_GROUPS } from './groups.js';
import { DISABILITY_NOTES, type MeetingNote, RECOVERY_NOTES } from './meeting-notes.js';

/** One evening of the demonstration, told without dates. */
export interface DemonstrationPlan {
  readonly state: 'running' | 'closed' | 'published';
  readonly slug: string;
  readonly themeKey: ThemeKey;
  readonly title: string;
  readonly description: string;
  readonly canDo: string;
  readonly cannotDo: string;
  readonly minutes: number;
  readonly capacity: number | null;
  readonly venue: {
    readonly name: string;
    readonly address: string;
    readonly features: VenueFeatures;
    readonly notes: string;
  };
  /** Minutes from the start, or null while the time is open. */
  readonly programme: readonly (readonly [ProgrammeKind, string, number | null])[];
  readonly prizes: readonly Prize[];
  readonly groups: readonly Group[];
  readonly waiting: readonly Group[];
  readonly supportPersons: number;
  readonly children: number;
  readonly accessNeeds: number;
  readonly meetings: number;
  readonly notes: readonly MeetingNote[];
}

export const RECOVERY: DemonstrationPlan = {
  state: 'running',
  slug: 'esimerkki-mieli-ja-paihteet',
  themeKey: 'mental-health-and-substance-use',
  title: 'Kuka kulkee vierellä?',
  description:
    'Ilta niille, jotka tekevät töitä mielenterveys- ja päihdekuntoutumisen parissa, ja niille, jotka tietävät siitä omasta kokemuksesta. Tutustutaan, sovitaan pieniä konkreettisia asioita ja syödään hyvin.',
  canDo: 'Täällä voi sopia tiloista, vuoroista, vierailuista ja siitä, kuka soittaa kenelle.',
  cannotDo:
    'Täällä ei päätetä rahasta eikä hoitopaikoista, eikä kenenkään tarvitse kertoa omasta terveydestään.',
  minutes: 210,
  capacity: 90,
  venue: {
    name: 'Kulttuuritalo Esimerkki',
    address: 'Esimerkkikatu 4, Järvenpää',
    features: { 'step-free': true, 'hearing-loop': true, 'quiet-room': true, interpretation: false },
    notes: 'Rautatieasemalta viisi minuuttia kävellen. Sisäänkäynti pihan puolelta, ovessa keltainen kyltti.',
  },
  programme: [
    ['arrival', 'Kahvit ja bingolaput', 0],
    ['talk', 'Kolme tarinaa yhteistyöstä', 30],
    ['fair', 'Yhdistysten ja palvelujen tori', 60],
    ['bingo', '', 75],
    ['group-work', 'Mitä puuttuu iltaisin ja viikonloppuisin?', 120],
    ['panel', 'Yleisö kysyy', 165],
    ['draw', '', 200],
  ],
  prizes: [
    { kind: 'use-of-space', words: 'Kulttuuritalon sali neljäksi tunniksi uusien kumppaneiden kanssa' },
    { kind: 'visit', words: 'Tutustumiskäynti kuntouttavaan kotiin' },
    { kind: 'joint-event', words: 'Kahvit ja pulla yhteiseen tapahtumaan, 30 hengelle' },
  ],
  groups: RECOVERY_GROUPS,
  waiting: [],
  supportPersons: 3,
  children: 0,
  accessNeeds: 1,
  meetings: 130,
  notes: RECOVERY_NOTES,
};

export const DISABILITY: DemonstrationPlan = {
  state: 'closed',
  slug: 'esimerkki-kehitysvammaisuus',
  themeKey: 'developmental-disability',
  title: 'Minun arkeni, meidän kunta',
  description:
    'Ilta kehitysvammaisille ihmisille, perheille ja kaikille, jotka heidän kanssaan toimivat. Puhutaan selkeästi ja pidetään taukoja.',
  canDo: 'Täällä voi löytää harrastuksen, kaverin, tilan tai ihmisen, jolle soittaa.',
  cannotDo: 'Täällä ei tehdä palvelupäätöksiä.',
  minutes: 180,
  capacity: 60,
  venue: {
    name: 'Opintotalo Esimerkki',
    address: 'Koulukuja 2, Hyvinkää',
    features: { 'step-free': true, 'quiet-room': true, interpretation: true },
    notes: 'Taksi pääsee oven eteen.',
  },
  programme: [
    ['arrival', '', 0],
    ['talk', 'Oma ääni kuuluviin', 20],
    ['bingo', '', 45],
    ['break', 'Iltapala', 90],
    ['group-work', 'Mitä teemme yhdessä keväällä?', 110],
    ['draw', '', 160],
  ],
  prizes: [
    { kind: 'use-of-space', words: 'Opintotalon keittiö ja sali yhdeksi illaksi' },
    { kind: 'joint-event', words: 'Bändi esiintyy tapahtumassanne' },
  ],
  groups: DISABILITY_GROUPS,
  waiting: [],
  supportPersons: 4,
  children: 0,
  accessNeeds: 0,
  meetings: 120,
  notes: DISABILITY_NOTES,
};

export const FAMILIES: DemonstrationPlan = {
  state: 'published',
  slug: 'esimerkki-lapset-ja-perheet',
  themeKey: 'children-and-families',
  title: 'Kylä kasvattaa',
  description:
    'Ilta lapsi- ja perhetyön tekijöille ja perheille. Lapset ovat tervetulleita, heille on oma huone ja ohjaaja.',
  canDo: 'Täällä voi tutustua, sopia yhteisestä tekemisestä ja kertoa, mitä perheet juuri nyt tarvitsevat.',
  cannotDo: 'Täällä ei käsitellä yksittäisen perheen asioita.',
  minutes: 180,
  capacity: 80,
  venue: {
    name: 'Monitoimitalo Esimerkki',
    address: 'Puistotie 10, Tuusula',
    features: { 'step-free': true, 'hearing-loop': true },
    notes: 'Vaunuille on tilaa aulassa. Parkkipaikka talon takana.',
  },
  programme: [
    ['arrival', 'Keittoa koko perheelle', 0],
    ['fair', 'Perhetori', 30],
    ['bingo', '', 60],
    ['panel', '', null],
    ['draw', '', 165],
  ],
  prizes: [{ kind: 'use-of-space', words: 'Liikuntasali kahdeksi tunniksi perheille' }],
  groups: FAMILY_GROUPS,
  waiting: WAITING_GROUPS,
  supportPersons: 2,
  children: 12,
  accessNeeds: 2,
  meetings: 0,
  notes: [],
};
