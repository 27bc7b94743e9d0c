import type { QuestionAim, QuestionState } from '@hillo/domain/panel';

export interface InventedQuestion {
  readonly text: string;
  readonly state: QuestionState;
  /** How many of the room voted for it. */
  readonly votes: number;
  readonly aim?: QuestionAim;
  readonly speaker?: string;
  readonly withName?: true;
  /** Typed in from a slip of paper: nobody asked it by phone. */
  readonly card?: true;
  readonly answer?: string;
}

/** What people of an evening that is on just now have asked so far. */
export const ASKED_NOW: readonly InventedQuestion[] = [
  {
    text: 'Voisiko koulun sali olla iltaisin auki perheille, joilla ei ole varaa harrastuksiin?',
    state: 'on-stage',
    votes: 14,
  },
  {
    text: 'Kuka kutsuu mukaan ne perheet, jotka eivät lue kunnan tiedotteita?',
    state: 'shown',
    votes: 11,
    withName: true,
  },
  {
    text: 'Miten seurakunnan ja kunnan perhekerhot voisivat sopia yhteisistä päivistä?',
    state: 'shown',
    votes: 8,
  },
  {
    text: 'Saako nuorisotilaa käyttää myös yhdistyksen vanhempainilta?',
    state: 'shown',
    votes: 5,
    aim: 'organiser',
  },
  { text: 'Hur hittar svenskspråkiga familjer till de här kvällarna?', state: 'shown', votes: 4 },
  {
    text: 'Mikä toimi teillä parhaiten viime vuonna?',
    state: 'shown',
    votes: 3,
    aim: 'speaker',
    speaker: 'perhekeskuksen esittely',
  },
  {
    text: 'Paikka, jossa isovanhemmat ja lapset voivat tehdä ruokaa yhdessä',
    state: 'shown',
    votes: 6,
    aim: 'next-theme',
  },
  {
    text: 'Onko illasta tulossa toinen samanlainen keväällä?',
    state: 'answered',
    votes: 7,
    answer: 'On. Seuraava ilta on huhtikuussa, ja teema valitaan tänään.',
  },
  { text: 'Mistä saa tulkin perheiltaan?', state: 'waiting', votes: 0, card: true },
  { text: 'Kuka maksaa kuljetukset?', state: 'waiting', votes: 0 },
];

/** And of one that is over. */
export const ASKED_THEN: readonly InventedQuestion[] = [
  {
    text: 'Miten vertaisryhmä löytää kävijänsä pienellä paikkakunnalla?',
    state: 'answered',
    votes: 12,
    answer: 'Kutsutaan terveysaseman kautta ja pidetään ovi auki.',
  },
  {
    text: 'Voiko kunnan tilaa käyttää ilman yhdistystä?',
    state: 'answered',
    votes: 9,
    answer: 'Voi. Varaus tehdään kunnan verkkosivulla.',
  },
  { text: 'Kuka vastaa, kun päihdetyön puhelin on kiinni?', state: 'shown', votes: 7 },
];
