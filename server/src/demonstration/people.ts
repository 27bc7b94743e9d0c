import { PRINTED_AHEAD_FROM, spokenCodeOf } from '@hillo/domain/door';
import { type ContactField, DEFAULT_SIDES, partyRights, type Sector } from '@hillo/domain/registration';
import type { Locale } from '@hillo/domain/shared';
import type { RegistrationEntity } from '../modules/registration/data/entities.js';
import { keysOf } from '../modules/registration/index.js';
import { newId } from '../platform/clock/index.js';
import type { DerivedTokens } from '../platform/tokens/index.js';
import type { Chance } from './chance.js';
import type { DemonstrationPlan } from './content/evening-plans.js';
import type { Group } from './content/groups.js';
import { FIRST_NAMES, LAST_NAMES } from './content/names.js';
import { NEEDS, OFFERS } from './content/wishes.js';
import { type EveningTimes, minutesAfter } from './times.js';

export type Person = RegistrationEntity & { readonly sector: Sector; readonly shareFields: ContactField[] };

export interface Place {
  readonly eveningId: string;
  readonly times: EveningTimes;
  /** Actor key of the door's phone. */
  readonly door: string;
}

/** Of a running evening so many per cent are in already; the others are still on their way. */
const ARRIVED_PERCENT = 76;

/** What people let others see, once both have said yes; the phone only where there is one. */
const SHARED: readonly ContactField[][] = [
  ['email'],
  ['lastName', 'email'],
  ['lastName', 'email', 'phone'],
  ['lastName', 'email', 'offers', 'needs'],
];

/** The people of one evening as rows of `registrations`, companions after the person they accompany. */
export function inventPeople(
  plan: DemonstrationPlan,
  place: Place,
  chance: Chance,
  tokens: DerivedTokens,
): Person[] {
  const maker = new PersonMaker(plan, place, chance, tokens);
  const confirmed = mixed(plan.groups, chance).map((group) => maker.registrant(group, 'confirmed'));
  const bringers = confirmed.filter(({ sector, source }) => isCitizen(sector) && source === 'form');
  const supports = bringers.slice(0, plan.supportPersons).map((person) => maker.companion(person, 'support'));
  const parents = bringers.slice(plan.supportPersons);
  const children = Array.from({ length: plan.children }, (_, index) =>
    maker.companion(parents[index % parents.length] as Person, 'child'),
  );
  const waiting = mixed(plan.waiting, chance).map((group) => maker.registrant(group, 'waiting'));
  const pair = waiting.slice(1, 2).map((person) => maker.companion(person, 'support'));
  return [...confirmed, ...supports, ...children, ...waiting, ...pair];
}

function isCitizen(sector: Sector): boolean {
  return sector === 'resident' || sector === 'expert-by-experience';
}

function mixed(groups: readonly Group[], chance: Chance): Group[] {
  return chance.shuffled(groups.flatMap((group) => Array.from({ length: group.people }, () => group)));
}

class PersonMaker {
  private readonly names = new Set<string>();
  private readonly codes = new Set<string>();
  private queue = 0;

  constructor(
    private readonly plan: DemonstrationPlan,
    private readonly place: Place,
    private readonly chance: Chance,
    private readonly tokens: DerivedTokens,
  ) {}

  registrant({ sector, affiliation }: Group, state: 'confirmed' | 'waiting'): Person {
    const { chance, plan } = this;
    const queueNumber = (this.queue += 1);
    const checkedInAt = state === 'confirmed' ? this.arrival() : null;
    const isWalkIn = plan.state === 'running' && checkedInAt !== null && chance.happens(5);
    const isByHand = !isWalkIn && chance.happens(8);
    const byForm = !isWalkIn && !isByHand;
    const createdAt = isWalkIn ? checkedInAt : this.signUp(queueNumber);
    const isConfirmed = byForm && (checkedInAt !== null || chance.happens(80));
    const name = this.name();
    const side = DEFAULT_SIDES[sector];
    const [offers, offerTags] = byForm && chance.happens(75) ? chance.pick(OFFERS[side]) : ['', []];
    const [needs, needTags] = byForm && chance.happens(75) ? chance.pick(NEEDS[side]) : ['', []];
    const phone =
      byForm && chance.happens(60) ? `+35800${String(chance.below(10_000_000)).padStart(7, '0')}` : null;
    const shareFields = byForm
      ? chance
          .pick(SHARED)
          .filter((field) => (field === 'phone' ? phone !== null : valueOf(field, offers, needs)))
      : [];
    return this.row({
      ...name,
      kind: 'person',
      accompaniesId: null,
      state,
      email: byForm
        ? `${asciiOf(name.firstName)}.${asciiOf(name.lastName)}.${queueNumber}@example.org`
        : null,
      phone,
      sector,
      showsExactSector: isCitizen(sector) && chance.happens(40),
      affiliation,
      offers,
      needs,
      offerTags: [...offerTags],
      needTags: [...needTags],
      shareFields,
      sharesWithEveryone: byForm && chance.happens(25),
      drawOptIn: (byForm && chance.happens(88)) || isWalkIn,
      plays: true,
      offersMayBeTold: byForm && offers + needs !== '' && queueNumber % 10 < 7,
      associationMaySee: byForm && sector === 'association' && chance.happens(50),
      showsLastName: byForm && chance.happens(40),
      announcesOnStage: byForm && chance.happens(60),
      locale: this.locale(sector),
      source: isWalkIn ? 'walk-in' : isByHand ? 'organiser' : 'form',
      agreedHow: isByHand ? 'puhelimessa' : '',
      queueNumber: String(queueNumber),
      openedAt: isConfirmed ? minutesAfter(createdAt, chance.between(1, 90)) : null,
      checkedInAt,
      createdAt,
    });
  }

  companion(person: Person, kind: 'support' | 'child'): Person {
    const role = kind === 'support' ? 'support-person' : 'child';
    const { firstName, lastName } = this.name();
    const { plays } = partyRights(role, this.chance.happens(50));
    return this.row({
      ...person,
      firstName,
      lastName: kind === 'child' ? person.lastName : lastName,
      kind,
      accompaniesId: person.id,
      email: null,
      phone: null,
      showsExactSector: false,
      affiliation: kind === 'child' ? '' : person.affiliation,
      offers: '',
      needs: '',
      offerTags: [],
      needTags: [],
      shareFields: [],
      sharesWithEveryone: false,
      drawOptIn: false,
      plays,
      associationMaySee: false,
      offersMayBeTold: false,
      showsLastName: false,
      announcesOnStage: false,
      openedAt: null,
    });
  }

  private row(person: Omit<Person, DerivedColumn>): Person {
    const id = newId();
    return {
      ...person,
      id,
      eveningId: this.place.eveningId,
      ...keysOf(person),
      shownSector: null,
      personalVersion: 1,
      personalHash: this.tokens.deriveHash('personal', id, 1),
      badgeVersion: 1,
      badgeFrom: null,
      badgeHash: this.tokens.deriveHash('badge', id, 1),
      spokenCode: this.code(),
      checkedInBy: person.checkedInAt && this.place.door,
      cancelledAt: null,
    };
  }

  private arrival(): Date | null {
    const { startsAt, lastAt } = this.place.times;
    if (this.plan.state === 'published') return null;
    if (this.plan.state === 'running' && !this.chance.happens(ARRIVED_PERCENT)) return null;
    const at = minutesAfter(startsAt, this.chance.between(-12, 38));
    return at < lastAt ? at : lastAt;
  }

  /** In the order of the queue, from publishing to the day before the evening, or to now. */
  private signUp(queueNumber: number): Date {
    const { publishedAt, startsAt, lastAt } = this.place.times;
    const until = Math.min(minutesAfter(startsAt, -24 * 60).getTime(), lastAt.getTime());
    const seats = [...this.plan.groups, ...this.plan.waiting].reduce((sum, { people }) => sum + people, 0);
    const share = (queueNumber - this.chance.below(100) / 100) / (seats + 1);
    return new Date(publishedAt.getTime() + Math.round((until - publishedAt.getTime()) * share));
  }

  private name(): { firstName: string; lastName: string } {
    for (;;) {
      const name = { firstName: this.chance.pick(FIRST_NAMES), lastName: this.chance.pick(LAST_NAMES) };
      const both = `${name.firstName} ${name.lastName}`;
      if (this.names.has(both)) continue;
      this.names.add(both);
      return name;
    }
  }

  private code(): string {
    for (;;) {
      const code = spokenCodeOf(this.chance.below(PRINTED_AHEAD_FROM));
      if (this.codes.has(code)) continue;
      this.codes.add(code);
      return code;
    }
  }

  private locale(sector: Sector): Locale {
    if (isCitizen(sector) && this.chance.happens(25)) return 'fi-selko';
    if (this.chance.happens(6)) return 'sv';
    return this.chance.happens(4) ? 'en' : 'fi';
  }
}

type DerivedColumn =
  | 'id'
  | 'eveningId'
  | keyof ReturnType<typeof keysOf>
  | 'shownSector'
  | 'personalVersion'
  | 'personalHash'
  | 'badgeVersion'
  | 'badgeFrom'
  | 'badgeHash'
  | 'spokenCode'
  | 'checkedInBy'
  | 'cancelledAt';

function valueOf(field: ContactField, offers: string, needs: string): boolean {
  if (field === 'offers') return offers !== '';
  return field === 'needs' ? needs !== '' : true;
}

function asciiOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z-]/g, '')
    .toLowerCase();
}
