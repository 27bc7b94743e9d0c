import { Inject, Injectable } from '@nestjs/common';
import {
  type Seeker,
  suggestMeetings,
  Vocabulary,
  waresOf,
  type Wares,
  type Wishes,
  type WishWords,
  wishWords,
} from '@hillo/domain/matchmaking';
import { foldText } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { Encounters } from '../../../encounters/index.js';
import type { Evening } from '../../../evenings/index.js';
import { type EveningPerson, SeekerRepository } from '../../data/seeker-repository.js';
import { SuggestionRepository } from '../../data/suggestion-repository.js';
import { WordStems } from './word-stems.js';

/** Whom everybody of an evening should meet, as it was worked out at one moment. */
export interface Matches {
  /** By id: whom, best first. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  /** By id: terms of what was written. */
  readonly wares: ReadonlyMap<string, Wares>;
  readonly vocabulary: Vocabulary;
  /** By id: what was written, as it was then. */
  readonly wishes: ReadonlyMap<string, string>;
  readonly madeAt: number;
  readonly state: Evening['state'];
}

/** So long a working out serves everybody: popular people are shared among all, so it is done for the whole evening. */
const SERVES_MS = 10_000;

/**
 * Suggestions of an evening, worked out when somebody asks and at most every ten seconds. What is remembered orders only: whoever
 * reads checks anew who may still be told of, so nothing wrong is shown meanwhile, and each process may remember its own.
 */
@Injectable()
export class EveningSuggestions {
  private readonly remembered = new Map<string, Matches>();
  private readonly working = new Map<string, Promise<Matches>>();

  constructor(
    @Inject(SeekerRepository) private readonly seekers: SeekerRepository,
    @Inject(SuggestionRepository) private readonly choices: SuggestionRepository,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(WordStems) private readonly stems: WordStems,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** As they serve somebody who wrote this: not from before they wrote it. */
  async of(evening: Pick<Evening, 'id' | 'state'>, me: EveningPerson): Promise<Matches> {
    const last = this.remembered.get(evening.id);
    const serves =
      last !== undefined &&
      last.state === evening.state &&
      this.clock.now().getTime() - last.madeAt < SERVES_MS &&
      last.wishes.get(me.id) === written(me.wishes) &&
      last.of.has(me.id);
    return serves ? last : this.anew(evening);
  }

  /** All who ask while it is worked out wait for the same. */
  anew(evening: Pick<Evening, 'id' | 'state'>): Promise<Matches> {
    const running = this.working.get(evening.id);
    if (running) return running;
    const work = this.workOut(evening).finally(() => this.working.delete(evening.id));
    this.working.set(evening.id, work);
    return work;
  }

  /** Somebody chose anew, so it is worked out at the next reading. */
  forget(eveningId: string): void {
    this.remembered.delete(eveningId);
  }

  private async workOut({ id, state }: Pick<Evening, 'id' | 'state'>): Promise<Matches> {
    const madeAt = this.clock.now().getTime();
    const people = await this.seekers.of(id, null);
    const words = people.map(({ wishes }) => wishWords(wishes));
    const vocabulary = new Vocabulary(
      await this.stems.of([...new Set(words.flatMap(({ offers, needs }) => [...offers, ...needs]))]),
    );
    const met = await this.strangersNoMore(id, people);
    const seekers = people.map((person, at): Seeker => ({
      id: person.id,
      side: person.side,
      affiliation: foldText(person.affiliation) || null,
      ...waresOf(words[at] ?? NOTHING, vocabulary),
      findable: mayBeFound(person, state),
      wantsSuggestions: person.wantsSuggestions,
      met: met.get(person.id) ?? NOBODY,
    }));
    const matches: Matches = {
      of: suggestMeetings(seekers),
      wares: new Map(seekers.map(({ id: seeker, offers, needs }) => [seeker, { offers, needs }])),
      vocabulary,
      wishes: new Map(people.map((person) => [person.id, written(person.wishes)])),
      madeAt,
      state,
    };
    for (const [evening, old] of this.remembered)
      if (madeAt - old.madeAt >= SERVES_MS) this.remembered.delete(evening);
    this.remembered.set(id, matches);
    return matches;
  }

  /** By id: whom they need not be told of, met before (also if the meeting was removed since), put aside, or come with. */
  private async strangersNoMore(
    eveningId: string,
    people: readonly EveningPerson[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const known = new Map<string, Set<string>>();
    const add = (id: string, other: string) => {
      const others = known.get(id);
      if (others) others.add(other);
      else known.set(id, new Set([other]));
    };
    for (const { firstId, secondId } of await this.encounters.pairsOf(eveningId, null)) {
      add(firstId, secondId);
      add(secondId, firstId);
    }
    for (const { registrationId, dismissedId } of await this.choices.dismissals(eveningId, null))
      add(registrationId, dismissedId);
    const parties = new Map<string, string[]>();
    for (const { id, partyId } of people) {
      const party = parties.get(partyId) ?? [];
      for (const other of party) {
        add(id, other);
        add(other, id);
      }
      parties.set(partyId, [...party, id]);
    }
    return known;
  }
}

const NOTHING: WishWords = { offers: [], needs: [] };
const NOBODY: ReadonlySet<string> = new Set();

/** Only who ticked the box (S89); once the evening runs, only who is in the room. */
export function mayBeFound(person: EveningPerson, state: Evening['state']): boolean {
  return person.offersMayBeTold && (state === 'published' || (state === 'running' && person.isIn));
}

function written(wishes: Wishes): string {
  return JSON.stringify(wishes);
}
