import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { SuggestionsView } from '@hillo/contracts/suggestions';
import { reasonsToMeet, speak, wishWords } from '@hillo/domain/matchmaking';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Encounters } from '../../../encounters/index.js';
import { type Evening, Evenings } from '../../../evenings/index.js';
import { type EveningPerson, SeekerRepository } from '../../data/seeker-repository.js';
import { SuggestionRepository } from '../../data/suggestion-repository.js';
import { EveningSuggestions, mayBeFound, type Matches } from './evening-suggestions.js';

const CLOSED = {
  isOpen: false,
  wanted: true,
  offersMayBeTold: false,
  hasWishes: false,
  people: [],
  dismissed: 0,
} as const satisfies SuggestionsView;

/** A few people worth meeting, as one attendee sees them: who may be told of is checked at every reading. */
@Injectable()
export class OwnSuggestions {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(SeekerRepository) private readonly seekers: SeekerRepository,
    @Inject(SuggestionRepository) private readonly choices: SuggestionRepository,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(EveningSuggestions) private readonly suggestions: EveningSuggestions,
  ) {}

  async read(actor: Actor): Promise<Outcome<SuggestionsView, 'not-found'>> {
    if (actor.role !== 'attendee') return fail('not-found');
    const evening = await this.evenings.byId(actor.eveningId);
    const [me] = await this.seekers.of(actor.eveningId, [actor.registrationId]);
    if (!evening || !me || !(evening.state === 'published' || evening.state === 'running')) return ok(CLOSED);
    const aside = await this.asideOf(evening.id, me.id);
    const { wantsSuggestions, offersMayBeTold } = me;
    const { offers, needs } = wishWords(me.wishes);
    const hasWishes = offers.length + needs.length > 0;
    const people = wantsSuggestions && hasWishes ? await this.people(evening, me, aside) : [];
    return ok({
      isOpen: true,
      wanted: wantsSuggestions,
      offersMayBeTold,
      hasWishes,
      people,
      dismissed: aside.size,
    });
  }

  private async people(evening: Evening, me: EveningPerson, aside: ReadonlySet<string>) {
    const met = new Set(
      (await this.encounters.pairsOf(evening.id, me.id)).map(({ firstId, secondId }) =>
        firstId === me.id ? secondId : firstId,
      ),
    );
    const isNew = (id: string) => !met.has(id) && !aside.has(id);
    let matches = await this.suggestions.of(evening, me);
    // All of them met or put aside since: there may be others.
    const all = matches.of.get(me.id) ?? [];
    if (all.length > 0 && !all.some(isNew)) matches = await this.suggestions.anew(evening);
    return this.shown(evening, me, matches, isNew);
  }

  private async shown(
    evening: Evening,
    me: EveningPerson,
    { of, wares, vocabulary }: Matches,
    isNew: (id: string) => boolean,
  ): Promise<SuggestionsView['people']> {
    const ids = (of.get(me.id) ?? []).filter(isNew);
    if (ids.length === 0) return [];
    const now = new Map((await this.seekers.of(evening.id, ids)).map((person) => [person.id, person]));
    return ids.flatMap((id) => {
      const other = now.get(id);
      const [mine, theirs] = [wares.get(me.id), wares.get(id)];
      if (!other || !mine || !theirs || !mayBeFound(other, evening.state)) return [];
      const spoken = speak(reasonsToMeet(mine, theirs), me.wishes, other.wishes, vocabulary);
      const { firstName, affiliation } = other;
      return spoken.length === 0 ? [] : [{ id, firstName, affiliation, reasons: [...spoken] }];
    });
  }

  private async asideOf(eveningId: string, me: string): Promise<ReadonlySet<string>> {
    return new Set((await this.choices.dismissals(eveningId, me)).map(({ dismissedId }) => dismissedId));
  }
}
