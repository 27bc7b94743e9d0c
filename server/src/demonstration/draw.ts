import { createHmac, randomBytes, webcrypto } from 'node:crypto';
import { drawEntrants } from '@hillo/domain/draw';
import {
  CHAIN_START,
  chainHead,
  formatPublicNumber,
  makeProof,
  sortTickets,
  ticketFromDigest,
  webCrypto,
} from '@hillo/draw';
import type { CardEntity } from '../modules/bingo/data/entities.js';
import type { DrawEntity, DrawPassEntity, DrawTicketEntity } from '../modules/draw/data/entities.js';
import { newId } from '../platform/clock/index.js';
import type { DemonstrationPlan } from './content/evening-plans.js';
import type { Person } from './people.js';
import { minutesAfter } from './times.js';

interface Drawn {
  readonly draw: DrawEntity;
  readonly tickets: readonly DrawTicketEntity[];
  readonly passes: readonly DrawPassEntity[];
}

const CALLS = ['4711', '0832', '9050'] as const;
const crypto = webCrypto(webcrypto.subtle);

/** A whole draw by `draw/1` over the cards as they were at the freeze; its first winner had gone home already. */
export async function drawnAt(
  at: Date,
  { prizes }: Pick<DemonstrationPlan, 'prizes'>,
  game: { readonly people: readonly Person[]; readonly cards: readonly CardEntity[] },
  startedBy: string,
): Promise<Drawn> {
  const id = newId();
  const [secret, ticketKey] = [randomBytes(32), randomBytes(32)];
  const tickets = entrants(game).map((registrationId) => ({
    drawId: id,
    registrationId,
    ticket: ticketFromDigest(createHmac('sha256', ticketKey).update(registrationId).digest()),
  }));
  const list = sortTickets(tickets.map(({ ticket }) => ticket));
  const publicNumber = formatPublicNumber(CALLS) ?? '';
  const input = {
    drawId: id,
    secret: secret.toString('hex'),
    tickets: list,
    prizes: prizes.length,
    publicNumber,
  };
  const proof = await makeProof(crypto, input);
  const draw = {
    id,
    eveningId: game.people[0]?.eveningId ?? '',
    number: 1,
    state: 'done',
    secret,
    ticketKey,
    commitment: proof.commit,
    prizes,
    tickets: [...list],
    list: proof.list,
    publicNumber,
    seed: proof.seed,
    ticketOrder: [...proof.order],
    voidReason: null,
    voidWords: '',
    previousHash: CHAIN_START,
    chainHash: await chainHead(crypto, CHAIN_START, { number: 1, drawId: id, commit: proof.commit }),
    startedBy,
    committedAt: at,
    frozenAt: minutesAfter(at, 2),
    seededAt: minutesAfter(at, 4),
    endedAt: minutesAfter(at, 5),
  };
  const [absent] = proof.order;
  const passes = absent === undefined ? [] : [passOf(id, absent, minutesAfter(at, 7), startedBy)];
  return { draw, tickets, passes };
}

function passOf(drawId: string, ticket: string, passedAt: Date, passedBy: string): DrawPassEntity {
  return { drawId, turn: 0, ticket, reason: 'not-present', passedBy, passedAt };
}

function entrants({ people, cards }: { people: readonly Person[]; cards: readonly CardEntity[] }) {
  const withRow = new Set(
    cards.filter(({ ticketSince }) => ticketSince !== null).map(({ registrationId }) => registrationId),
  );
  return drawEntrants(
    people.map((person) => ({
      registrationId: person.id,
      roles: [],
      mayEnterDraw: person.plays,
      checkedIn: person.checkedInAt !== null,
      optedIn: person.drawOptIn,
      hasRow: withRow.has(person.id),
    })),
  );
}
