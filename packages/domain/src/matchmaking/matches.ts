/** Why somebody is worth meeting: a term of what one offers and the other needs (S40, S89). */
export interface Reason {
  /** Seen by whom the suggestion is for. */
  readonly kind: 'offers-what-you-need' | 'needs-what-you-offer';
  /** A tag, or the stem of a word; the words that a reader sees are looked up in the other's own text. */
  readonly term: string;
}

/** What a person offers and needs, as comparable terms. */
export interface Wares {
  readonly offers: readonly string[];
  readonly needs: readonly string[];
}

/** Being given what one needs is the better half of a match. */
const NEED_MET = 1;
const OFFER_TAKEN = 0.8;

type Index = Map<string, number[]>;

/**
 * Who has what others need, found through an index of terms. A term counts the less, the more people have it
 * (inverse document frequency: K. Spärck Jones, J. Documentation 28 (1972) 11-21). Only people for whom `findable` is
 * true are found.
 */
export class Market {
  private readonly offering: Index;
  private readonly needing: Index;
  /** By person: what meeting is worth to the one looked at last. */
  private readonly worth: Float64Array;

  constructor(
    private readonly people: readonly Wares[],
    findable: (person: number) => boolean,
  ) {
    this.offering = indexOf(people, findable, ({ offers }) => offers);
    this.needing = indexOf(people, findable, ({ needs }) => needs);
    this.worth = new Float64Array(people.length);
  }

  /** Calls back for everybody with whom there is a reason to talk; `worth` orders and is never shown. */
  forMatches(person: number, call: (other: number, worth: number) => void): void {
    const { offers, needs } = this.people[person] as Wares;
    const found: number[] = [];
    this.add(needs, this.offering, NEED_MET, found);
    this.add(offers, this.needing, OFFER_TAKEN, found);
    for (const other of found) {
      if (other !== person) call(other, this.worth[other] as number);
      this.worth[other] = 0;
    }
  }

  private add(terms: readonly string[], index: Index, share: number, found: number[]): void {
    for (const term of new Set(terms)) {
      const others = index.get(term);
      if (!others) continue;
      const worth = share * Math.log(1 + this.people.length / others.length);
      for (const other of others) {
        const before = this.worth[other] as number;
        if (before === 0) found.push(other);
        this.worth[other] = before + worth;
      }
    }
  }
}

/** Everything that speaks for meeting `other`, as `me` reads it: first what `me` needs. */
export function reasonsToMeet(me: Wares, other: Wares): Reason[] {
  const shared = (mine: readonly string[], theirs: readonly string[]) =>
    [...new Set(mine)].filter((term) => theirs.includes(term));
  return [
    ...shared(me.needs, other.offers).map((term): Reason => ({ kind: 'offers-what-you-need', term })),
    ...shared(me.offers, other.needs).map((term): Reason => ({ kind: 'needs-what-you-offer', term })),
  ];
}

function indexOf(
  people: readonly Wares[],
  findable: (person: number) => boolean,
  termsOf: (person: Wares) => readonly string[],
): Index {
  const index: Index = new Map();
  people.forEach((wares, person) => {
    if (!findable(person)) return;
    for (const term of new Set(termsOf(wares))) {
      const others = index.get(term);
      if (others) others.push(person);
      else index.set(term, [person]);
    }
  });
  return index;
}
