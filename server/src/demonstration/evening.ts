import type { CardEntity, MarkEntity } from '../modules/bingo/data/entities.js';
import type { DoorActEntity } from '../modules/door/data/entities.js';
import type {
  DrawEntity,
  DrawPassEntity,
  DrawTicketEntity,
  PrizeEntity,
} from '../modules/draw/data/entities.js';
import type { EncounterEntity, EncounterPartyEntity } from '../modules/encounters/data/entities.js';
import type {
  CrewDeviceEntity,
  EveningEntity,
  ProgrammeBlockEntity,
} from '../modules/evenings/data/entities.js';
import type { PanelEntity, QuestionEntity, QuestionVoteEntity } from '../modules/panel/data/entities.js';
import type {
  AccessNeedsEntity,
  ConsentEntity,
  RegistrationEntity,
} from '../modules/registration/data/entities.js';
import { newId } from '../platform/clock/index.js';
import type { Transaction } from '../platform/database/index.js';
import type { DerivedTokens, FieldCipher } from '../platform/tokens/index.js';
import { crewExpiresAt } from '@hillo/domain/door';
import { Chance } from './chance.js';
import type { DemonstrationPlan } from './content/evening-plans.js';
import { drawnAt } from './draw.js';
import { EveningGame } from './game.js';
import { inventPeople } from './people.js';
import { questionsOf } from './questions.js';
import { insertAll } from './rows.js';
import { accessNeedsOf, consentsOf, doorActsOf } from './sign-ups.js';
import { minutesAfter, TIME_ZONE, timesOf } from './times.js';

export interface Ground {
  readonly organisationId: string;
  /** The theme's name in the organisation's language. */
  readonly theme: string;
  readonly now: Date;
  readonly tokens: DerivedTokens;
  readonly cipher: FieldCipher;
}

/** First scans so long after the start, when the cups are full. */
const FIRST_MINUTES = 12;
/** Last scans before this moment; the draw of a closed evening began so long before its end. */
const STILL_MINUTES = -3;
const DRAW_MINUTES = -20;

/** Writes one evening with its people and everything that has happened in it so far; its id. */
export async function writeEvening(
  db: Transaction,
  plan: DemonstrationPlan,
  ground: Ground,
): Promise<string> {
  const id = newId();
  const times = timesOf(plan, ground.now);
  const { startsAt, endsAt, lastAt, publishedAt } = times;
  const chance = new Chance(plan.slug);
  const isOver = plan.state === 'closed';
  const frozenAt = isOver ? minutesAfter(endsAt, DRAW_MINUTES) : null;

  await insertAll<EveningEntity>(db, 'evenings', [
    {
      id,
      organisationId: ground.organisationId,
      slug: plan.slug,
      state: plan.state,
      themeKey: plan.themeKey,
      theme: ground.theme,
      title: plan.title,
      description: plan.description,
      canDo: plan.canDo,
      cannotDo: plan.cannotDo,
      startsAt,
      endsAt,
      timeZone: TIME_ZONE,
      venueName: plan.venue.name,
      venueAddress: plan.venue.address,
      venueFeatures: plan.venue.features,
      venueNotes: plan.venue.notes,
      capacity: plan.capacity,
      isDemonstration: true,
      createdAt: publishedAt,
      publishedAt,
      closedAt: isOver ? minutesAfter(endsAt, 10) : null,
      // Nobody real is to be reminded of an invented evening that has begun.
      remindedAt: plan.state === 'published' ? null : minutesAfter(startsAt, -24 * 60),
    },
  ]);
  await insertAll<ProgrammeBlockEntity>(db, 'programme_blocks', programmeOf(plan, id, startsAt, endsAt));
  await insertAll<PrizeEntity>(
    db,
    'prizes',
    plan.prizes.map((prize, position) => ({ id: newId(), eveningId: id, position, ...prize })),
  );

  const devices = plan.state === 'published' ? [] : devicesOf(id, startsAt, endsAt);
  await insertAll<CrewDeviceEntity>(db, 'crew_devices', devices);
  const door = `device:${devices[0]?.id}`;
  const people = inventPeople(plan, { eveningId: id, times, door }, chance, ground.tokens);
  const needs = accessNeedsOf(people, plan.accessNeeds, ground.cipher);
  const withNeeds = new Set(needs.map(({ registrationId }) => registrationId));
  await insertAll<RegistrationEntity>(db, 'registrations', people);
  await insertAll<ConsentEntity>(db, 'consents', consentsOf(people, withNeeds));
  await insertAll<AccessNeedsEntity>(db, 'access_needs', needs);
  await insertAll<DoorActEntity>(db, 'door_acts', doorActsOf(people));

  const game = new EveningGame(plan, people, chance).play(
    minutesAfter(startsAt, FIRST_MINUTES),
    frozenAt ?? minutesAfter(lastAt, STILL_MINUTES),
  );
  const cards = game.cards.map((card) => ({ ...card, frozenAt }));
  await insertAll<EncounterEntity>(db, 'encounters', game.encounters);
  await insertAll<EncounterPartyEntity>(db, 'encounter_parties', game.parties);
  await insertAll<CardEntity>(db, 'cards', cards);
  await insertAll<MarkEntity>(db, 'marks', game.marks);
  if (plan.state !== 'published') await writeQuestions(db, questionsOf(id, people, startsAt, isOver));
  if (!frozenAt) return id;

  const host = `device:${devices[1]?.id}`;
  const { draw, tickets, passes } = await drawnAt(minutesAfter(frozenAt, -2), plan, { people, cards }, host);
  await insertAll<DrawEntity>(db, 'draws', [draw]);
  await insertAll<DrawTicketEntity>(db, 'draw_tickets', tickets);
  await insertAll<DrawPassEntity>(db, 'draw_passes', passes);
  return id;
}

async function writeQuestions(
  db: Transaction,
  { panels, questions, votes }: ReturnType<typeof questionsOf>,
): Promise<void> {
  await insertAll<PanelEntity>(db, 'panels', panels);
  await insertAll<QuestionEntity>(db, 'questions', questions);
  await insertAll<QuestionVoteEntity>(db, 'question_votes', votes);
}

function programmeOf(
  { programme }: DemonstrationPlan,
  eveningId: string,
  startsAt: Date,
  endsAt: Date,
): ProgrammeBlockEntity[] {
  return programme.map(([kind, title, minutes], position) => {
    const next = programme.slice(position + 1).find(([, , later]) => later !== null)?.[2];
    const following = next === undefined || next === null ? endsAt : minutesAfter(startsAt, next);
    return {
      id: newId(),
      eveningId,
      kind,
      title,
      position,
      startsAt: minutes === null ? null : minutesAfter(startsAt, minutes),
      endsAt: minutes === null ? null : following,
      isTentative: minutes === null,
    };
  });
}

/** The door's phone and the host's tablet, as claimed before the evening began. */
function devicesOf(eveningId: string, startsAt: Date, endsAt: Date): CrewDeviceEntity[] {
  return [
    { role: 'door', holderName: 'Ovi, Pirjon puhelin' },
    { role: 'host', holderName: 'Juontajan tabletti' },
  ].map((device) => ({
    id: newId(),
    eveningId,
    ...device,
    createdAt: minutesAfter(startsAt, -30),
    expiresAt: crewExpiresAt(endsAt),
    revokedAt: null,
  }));
}
