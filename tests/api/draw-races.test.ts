import { Tickets } from '@hillo/server/modules/bingo';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DrawRepository } from '../../server/src/modules/draw/data/draw-repository.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser, Reply } from '../support/browser-session.js';
import { DrawGround } from '../support/draw-ground.js';
import { Fixtures } from '../support/fixtures.js';
import { barrier, gate } from '../support/gates.js';

const ROUNDS = process.env['HILLO_TEST_FULL'] === '1' ? 20 : 3;
const STARTS = 20;
const PLAYERS = 30;

let application: TestApplication;
let fixtures: Fixtures;
let ground: DrawGround;
let organisers: Browser[];
let evening: string;

beforeAll(async () => {
  application = await startTestApplication({ DATABASE_POOL: '20' });
  fixtures = new Fixtures(application);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => application.close());

beforeEach(async () => {
  organisers = [];
  const organisation = await fixtures.organisation();
  evening = await fixtures.evening(organisation, { state: 'running' });
  ground = new DrawGround(fixtures, evening);
  for (let n = 0; n < 2; n += 1)
    organisers.push((await fixtures.member(organisation, ['organiser'])).browser);
  await ground.prizes(organiser());
});

function organiser(turn = 0): Browser {
  const found = organisers[turn % organisers.length];
  if (!found) throw new Error('two organisers are made before each test');
  return found;
}

describe('twenty starts at once by two organisers (T31)', () => {
  async function starts(): Promise<number[]> {
    const replies = await Promise.all(
      Array.from({ length: STARTS }, (_, turn) => organiser(turn).post(`/api/evenings/${evening}/draws`)),
    );
    return replies.map(({ status }) => status).toSorted();
  }

  it('make one draw and nineteen refusals', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const expected = [201, ...Array.from({ length: STARTS - 1 }, () => 409)];
      expect(await starts()).toEqual(expected);
      const [draw] = (await organiser().get(`/api/evenings/${evening}/draws`)).body.draws;
      expect(draw.number).toBe(round + 1);
      await organiser().post(`/api/evenings/${evening}/draws/${draw.id}/void`, { reason: 'technical-fault' });
    }
  });

  it('make several without the unique indexes: the test sees the fault', async () => {
    await application.db.execute('DROP INDEX uq_draws_open');
    await application.db.execute('ALTER TABLE draws DROP CONSTRAINT uq_draws_evening_id_number');
    try {
      const draws = application.nest.get(DrawRepository);
      const ofEvening = draws.ofEvening.bind(draws);
      const together = barrier(2);
      vi.spyOn(draws, 'ofEvening').mockImplementation(async (...asked) => {
        const found = await ofEvening(...asked);
        await together();
        return found;
      });
      expect((await starts()).filter((status) => status === 201).length).toBeGreaterThan(1);
    } finally {
      await application.db.execute('DELETE FROM draws');
      await application.db.execute(
        'ALTER TABLE draws ADD CONSTRAINT uq_draws_evening_id_number UNIQUE (evening_id, number)',
      );
      await application.db.execute(
        `CREATE UNIQUE INDEX uq_draws_open ON draws (evening_id) WHERE state IN ('committed', 'frozen', 'seeded')`,
      );
    }
  });
});

describe('thirty rows that complete while the list is frozen (T30)', () => {
  interface Round {
    /** Who was told "you have a ticket" by the scan that filled the row. */
    readonly told: Set<string>;
    /** Who is in the frozen list, by the own page. */
    readonly listed: Set<string>;
    readonly ticketCount: number;
  }

  /** Half of the players begin before the freeze, half at the same instant or when `letIn` says so. */
  async function playRound(letIn: Promise<void> = Promise.resolve(), answered = gate()): Promise<Round> {
    const met = await fixtures.registration(evening, { checked_in_at: application.clock.now() });
    const badge = application.tokens.derive('badge', met, 1);
    const phones = new Map<string, Browser>();
    for (let n = 0; n < PLAYERS; n += 1) {
      const id = await ground.playerOneSquareShort();
      phones.set(id, await fixtures.attendee(evening, id));
    }
    const begun = await organiser().post(`/api/evenings/${evening}/draws`);
    const { id: draw } = begun.body.draws[0];
    const scan = async ([id, phone]: [string, Browser]): Promise<[string, Reply]> => [
      id,
      await phone.post(`/api/me/${id}/encounters`, { who: { by: 'badge', token: badge }, square: 5 }),
    ];
    const early = [...phones].slice(0, PLAYERS / 2).map(scan);
    await Promise.race(early);
    const freeze = organiser(1).post(`/api/evenings/${evening}/draws/${draw}/freeze`);
    await letIn;
    const scans = [...early, ...[...phones].slice(PLAYERS / 2).map(scan)];
    const replies = await Promise.all(scans);
    answered.open();
    const frozen = await freeze;
    expect(frozen.status).toBe(200);
    const told = new Set(replies.filter(([, { body }]) => body.card?.ticket === true).map(([id]) => id));
    const listed = new Set<string>();
    for (const [id, phone] of phones) {
      const own = (await phone.get(`/api/me/${id}/draw`)).body.draw;
      if (own.ownTicket !== null) listed.add(id);
    }
    await organiser().post(`/api/evenings/${evening}/draws/${draw}/void`, { reason: 'technical-fault' });
    await application.db.execute('DELETE FROM cards WHERE evening_id = $1', [evening]);
    return { told, listed, ticketCount: frozen.body.draws[0].ticketCount };
  }

  it('are in the list exactly if they came before it; every phone knows', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { told, listed, ticketCount } = await playRound();
      expect(listed).toEqual(told);
      expect(listed.size).toBeGreaterThan(0);
      expect(ticketCount).toBe(listed.size);
    }
  });

  it('are promised a ticket that is not in the list when the freeze does not wait: the test sees the fault', async () => {
    const tickets = application.nest.get(Tickets);
    const [read, answered] = [gate(), gate()];
    vi.spyOn(tickets, 'freeze').mockImplementation(async (db, eveningId) => {
      const found = await tickets.ofEvening(eveningId, db);
      read.open();
      await answered.opened;
      return found;
    });
    const { told, listed } = await playRound(read.opened, answered);
    expect(told.size).toBeGreaterThan(listed.size);
  });
});
