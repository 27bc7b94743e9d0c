import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webcrypto } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CHAIN_START, chainHead, verifyProof, webCrypto } from '@hillo/draw';
import { newId } from '@hillo/server/platform/clock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOW, operationId, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { DrawGround } from '../support/draw-ground.js';
import { Fixtures } from '../support/fixtures.js';

const VERIFY = fileURLToPath(new URL('../../packages/draw/dist/verify-cli.js', import.meta.url));
const crypto = webCrypto(webcrypto.subtle);

let application: TestApplication;
let fixtures: Fixtures;
let ground: DrawGround;
let organiser: Browser;
let host: Browser;
let evening: string;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

beforeEach(async () => {
  const organisation = await fixtures.organisation();
  evening = await fixtures.evening(organisation, { state: 'running' });
  ground = new DrawGround(fixtures, evening);
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  host = (await fixtures.device(evening, 'host')).browser;
  await ground.prizes(organiser);
});

const path = (rest = '') => `/api/evenings/${evening}/draws${rest}`;

/** Plays a draw to the state named; the id of the draw. */
async function drawUntil(state: 'committed' | 'frozen' | 'seeded' | 'done'): Promise<string> {
  const begun = await organiser.post(path());
  expect(begun.status).toBe(201);
  const { id } = begun.body.draws[0];
  if (state === 'committed') return id;
  expect((await host.post(path(`/${id}/freeze`))).status).toBe(200);
  if (state === 'frozen') return id;
  const seeded = await organiser.post(path(`/${id}/public-number`), { calls: ['4711', '0832', '9050'] });
  expect(seeded.status).toBe(200);
  if (state === 'seeded') return id;
  expect((await host.post(path(`/${id}/reveal`))).status).toBe(200);
  return id;
}

describe('a draw', () => {
  it('goes from commit to reveal; any organiser or host goes on where another left', async () => {
    for (let n = 0; n < 6; n += 1) await ground.player();
    const id = await drawUntil('done');
    const desk = (await organiser.get(path())).body;
    const [draw] = desk.draws;
    expect(draw).toMatchObject({ id, number: 1, state: 'done', ticketCount: 6, hasProof: true });
    expect(draw.publicNumber).toBe('stage:4711,0832,9050;drand:-');
    expect(draw.winners).toHaveLength(2);
    expect(draw.winners[0].person.spokenCode).toMatch(/^\d{6}$/);
    const link = { number: 1, drawId: id, commit: draw.commit };
    expect(draw.chainHead).toBe(await chainHead(crypto, CHAIN_START, link));
  });

  it('gives everybody a proof that other code checks, and the command line too', async () => {
    for (let n = 0; n < 5; n += 1) await ground.player();
    const id = await drawUntil('done');
    const reply = await fetch(`${application.url}/api/public/draws/${id}/proof.json`);
    const proof: unknown = await reply.json();
    expect(Object.keys(proof as object)).toEqual(
      'drawId secret tickets prizes publicNumber commit list seed order'.split(' '),
    );
    const [draw] = (await organiser.get(path())).body.draws;
    const { commit, list, publicNumber } = draw;
    const verdict = await verifyProof(crypto, proof, { commit, list, publicNumber });
    expect(verdict.ok && verdict.value.winners).toEqual(
      draw.winners.map((winner: { ticket: string }) => winner.ticket),
    );
    const file = join(tmpdir(), `proof-${id}.json`);
    writeFileSync(file, JSON.stringify(proof));
    expect(
      execFileSync(process.execPath, [VERIFY, file], { encoding: 'utf8' }).trim().split('\n'),
    ).toHaveLength(1);
  });

  it('refuses a step out of turn, a foreign draw and calls that are no four digits', async () => {
    await ground.player();
    const id = await drawUntil('committed');
    expect((await organiser.post(path(`/${id}/reveal`))).body.code).toBe('draw-state-forbids');
    expect(
      (await organiser.post(path(`/${id}/public-number`), { calls: ['1', '2222', '3333'] })).status,
    ).toBe(400);
    expect((await organiser.post(path(`/${newId()}/freeze`))).status).toBe(404);
    const elsewhere = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
    const other = (await fixtures.device(elsewhere, 'host')).browser;
    expect((await other.post(`/api/evenings/${elsewhere}/draws/${id}/freeze`)).status).toBe(404);
    expect((await other.post(path(`/${id}/freeze`))).status).toBe(403);
  });

  it('needs prizes, and keeps them once the list is frozen', async () => {
    await organiser.put(`/api/evenings/${evening}/prizes`, { prizes: [] });
    const id = await drawUntil('committed');
    expect((await organiser.post(path(`/${id}/freeze`))).body.code).toBe('prizes-missing');
    await ground.prizes(host);
    expect((await organiser.post(path(`/${id}/freeze`))).status).toBe(200);
    const late = await organiser.put(`/api/evenings/${evening}/prizes`, { prizes: [{ kind: 'visit' }] });
    expect(late.body.code).toBe('prizes-fixed');
    const wordless = await organiser.put(`/api/evenings/${evening}/prizes`, { prizes: [{ kind: 'other' }] });
    expect(wordless.body.errors[0]).toMatchObject({ pointer: '#/prizes/0/words', code: 'required' });
  });

  it('takes nobody in who is out by the rules, and says why on the own page', async () => {
    const out = {
      'not-checked-in': await ground.player({ checked_in_at: null }),
      'not-opted-in': await ground.player({ draw_opt_in: false }),
      'no-row': await ground.player({}, false),
    };
    const inside = await ground.player();
    const support = { kind: 'support', accompanies_id: inside, plays: false };
    for (const [obstacle, id] of Object.entries({ ...out, 'does-not-play': await ground.player(support) })) {
      const own = await (await fixtures.attendee(evening, id)).get(`/api/me/${id}/draw`);
      expect(own.body.obstacles).toEqual([obstacle]);
    }
    await drawUntil('frozen');
    const own = await (await fixtures.attendee(evening, inside)).get(`/api/me/${inside}/draw`);
    expect(own.body.obstacles).toEqual([]);
    expect(own.body.draw.ownTicket).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(own.body.draw.ticketCount).toBe(1);
  });

  it('leaves a helper out who plays on their own phone, not whoever is helped on it', async () => {
    const { deviceId } = await fixtures.device(evening, 'door');
    const helper = await ground.player({ first_name: 'Vapaaehtoinen' });
    const helped = await ground.player({ first_name: 'Autettu' });
    await fixtures.session(
      { kind: 'device', subjectId: deviceId, eveningId: evening, role: 'door' },
      { kind: 'attendee', subjectId: helper, eveningId: evening, role: null },
      { kind: 'attendee', subjectId: helped, eveningId: evening, role: null },
    );
    const page = async (id: string) =>
      (await (await fixtures.attendee(evening, id)).get(`/api/me/${id}/draw`)).body;
    expect((await page(helper)).obstacles).toEqual(['works-here']);
    expect((await page(helped)).obstacles).toEqual([]);
    await drawUntil('frozen');
    expect((await page(helper)).draw.ownTicket).toBeNull();
    expect((await page(helped)).draw.ticketCount).toBe(1);
  });

  it('passes an absent winner over once, the others keep theirs', async () => {
    for (let n = 0; n < 4; n += 1) await ground.player();
    const id = await drawUntil('done');
    const before = (await organiser.get(path())).body.draws[0].winners;
    const pass = { ticket: before[0].ticket, reason: 'not-present' };
    const both = await Promise.all(
      [organiser, host].map((each) => each.post(path(`/${id}/passed-tickets`), pass)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const after = (await organiser.get(path())).body.draws[0].winners;
    expect(after[1].ticket).toBe(before[1].ticket);
    expect(after[0].passed).toEqual([pass]);
    expect([before[0].ticket, before[1].ticket]).not.toContain(after[0].ticket);
    const stranger = await organiser.post(path(`/${id}/passed-tickets`), { ...pass, ticket: 'ZZZZ-ZZZZ' });
    expect(stranger.body.code).toBe('ticket-not-drawn');
  });

  it('is called off with a reason for everybody; the next one is chained to it', async () => {
    const player = await ground.player();
    const id = await drawUntil('frozen');
    const wordless = await organiser.post(path(`/${id}/void`), { reason: 'other' });
    expect(wordless.body.errors[0]).toMatchObject({ pointer: '#/words', code: 'required' });
    const cause = { reason: 'other', words: 'Lista oli vanha' };
    const voided = (await host.post(path(`/${id}/void`), cause)).body.draws[0];
    expect(voided).toMatchObject({ state: 'void', voided: cause, hasProof: false });
    expect(voided.secret).toMatch(/^[0-9a-f]{64}$/);
    expect((await fetch(`${application.url}/api/public/draws/${id}/proof.json`)).status).toBe(404);
    const own = await (await fixtures.attendee(evening, player)).get(`/api/me/${player}/draw`);
    expect(own.body.draw.voided).toEqual(cause);
    const next = await drawUntil('done');
    const [draw] = (await organiser.get(path())).body.draws;
    const link = { number: 2, drawId: next, commit: draw.commit };
    expect(draw.chainHead).toBe(await chainHead(crypto, voided.chainHead, link));
  });

  it('tells names on an attendee’s page only of those who allowed it', async () => {
    await ground.player({ first_name: 'Aino', announces_on_stage: true });
    const silent = await ground.player({ first_name: 'Veikko' });
    await drawUntil('done');
    const browser = await fixtures.attendee(evening, silent);
    const page = (await browser.get(`/api/me/${silent}/draw`)).body;
    const names = page.draw.winners.map(
      (winner: { person: { firstName: string } | null }) => winner.person?.firstName ?? null,
    );
    expect(names.toSorted()).toEqual(['Aino', null]);
    expect(JSON.stringify(page)).not.toMatch(/Veikko|spokenCode|"\d{6}"/);
  });
});

describe('the secret', () => {
  it('is in no answer before the reveal', async () => {
    const player = await ground.player();
    const phone = await fixtures.attendee(evening, player);
    const answers: string[] = [];
    for (const state of ['committed', 'frozen', 'seeded'] as const) {
      const id = await drawUntil(state);
      for (const [browser, url] of [
        [organiser, path()],
        [host, path()],
        [phone, `/api/me/${player}/draw`],
        [phone, `/api/public/draws/${id}/proof.json`],
      ] as const)
        answers.push(JSON.stringify((await browser.get(url)).body));
      await organiser.post(path(`/${id}/void`), { reason: 'technical-fault' });
    }
    const desk = (await organiser.get(path())).body;
    const secrets = desk.draws.map((draw: { secret: string }) => draw.secret);
    expect(secrets).toHaveLength(3);
    const beforeTheirEnd = answers.map((answer, at) => ({ answer, secret: secrets[2 - Math.floor(at / 4)] }));
    for (const { answer, secret } of beforeTheirEnd) expect(answer).not.toContain(secret);
  });

  it('comes out by itself when nobody reveals for fifteen minutes', async () => {
    await ground.player();
    await drawUntil('seeded');
    await application.db.execute(`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 s'`);
    await application.runJobs();
    expect((await organiser.get(path())).body.draws[0]).toMatchObject({ state: 'done', hasProof: true });
  });
});

describe('a draw left in the middle', () => {
  it('does each step once however often it is sent, and gives the winners that follow from what is stored', async () => {
    for (let n = 0; n < 5; n += 1) await ground.player();
    const id = (await organiser.post(path())).body.draws[0].id;
    const steps = [
      ['freeze', undefined],
      ['public-number', { calls: ['0000', '0000', '0001'] }],
      ['reveal', undefined],
    ] as const;
    for (const [step, body] of steps) {
      const key = { 'idempotency-key': operationId() };
      const [first, again] = [
        await organiser.post(path(`/${id}/${step}`), body, key),
        await organiser.post(path(`/${id}/${step}`), body, key),
      ];
      expect(again.status).toBe(200);
      expect(again.body.draws).toEqual(first.body.draws);
    }
    const winners = (await organiser.get(path())).body.draws[0].winners.map(
      ({ ticket }: { ticket: string }) => ticket,
    );
    const proof = await (await fetch(`${application.url}/api/public/draws/${id}/proof.json`)).json();
    const verdict = await verifyProof(crypto, proof);
    expect(verdict.ok && verdict.value.winners).toEqual(winners);
  });

  it('ends with the evening: called off before the numbers, revealed after them', async () => {
    await ground.player();
    await drawUntil('frozen');
    await organiser.post(`/api/evenings/${evening}/close`);
    expect((await organiser.get(path())).body.draws[0].voided.reason).toBe('evening-ended');
    await application.db.execute(`UPDATE evenings SET state = 'running' WHERE id = $1`, [evening]);
    await drawUntil('seeded');
    await organiser.post(`/api/evenings/${evening}/close`);
    expect((await organiser.get(path())).body.draws[0].state).toBe('done');
    expect((await organiser.post(path())).body.code).toBe('evening-not-running');
  });

  it('forgets whose ticket was whose 30 days later; the proof stays', async () => {
    const player = await ground.player();
    const id = await drawUntil('done');
    application.clock.set('2026-12-27T00:00:00Z');
    await application.transactions.run((db) => db.enqueue('forget-ticket-holders', {}));
    await application.runJobs();
    application.clock.set(NOW);
    const after = (await organiser.get(path())).body.draws[0];
    expect(after.winners[0].person).toBeNull();
    expect(after.winners[0].ticket).not.toBeNull();
    expect((await fetch(`${application.url}/api/public/draws/${id}/proof.json`)).status).toBe(200);
    const own = await (await fixtures.attendee(evening, player)).get(`/api/me/${player}/draw`);
    expect(own.body.draw.ownTicket).toBeNull();
  });
});

describe('the static page', () => {
  it('is served with hashes of what is in it and nothing else', async () => {
    const reply = await fetch(`${application.url}/verify`);
    expect(reply.status).toBe(200);
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src( 'sha256-[^']+')+; style-src( 'sha256-[^']+')+; /,
    );
    expect(policy).not.toContain('unsafe');
    expect(await reply.text()).toContain('draw/1');
  });
});
