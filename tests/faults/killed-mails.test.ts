import { setTimeout as sleep } from 'node:timers/promises';
import { seededChance } from '@hillo/domain/bingo';
import { DerivedTokens } from '@hillo/server/platform/tokens';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type BuiltServer, startBuiltServer } from '../support/built-server.js';
import { cloneTemplate } from '../support/database.js';
import { Fixtures } from '../support/fixtures.js';
import { TEST_KEYS } from '../support/keys.js';
import { type Accepted, CONVERSATION, type Phase, SlowInbox } from '../support/slow-inbox.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const MAILS = FULL ? 500 : 16;
const DEATHS = FULL ? 100 : 2;
/** Deaths after the mail was handed over and before that was written down: each must send it once more. */
const DOUBLED = FULL ? 5 : 1;

/** The process dies at this phase of the so manieth mail since it was started, or at a point of its own. */
type Death = { readonly phase: Phase; readonly mail: number } | { readonly fault: string };

let databaseUrl: string;
let pool: pg.Pool;
let inbox: SlowInbox;
let server: Promise<BuiltServer | undefined> = Promise.resolve(undefined);
let isDead = false;
let death: Death | undefined;
/** Conversations at the phase of this death since the server was started. */
let met = 0;

beforeAll(async () => {
  databaseUrl = await cloneTemplate(inject('postgresUrl'));
  pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  inbox = await SlowInbox.open(isWrittenDown, interrupt);
});
afterAll(async () => {
  await (await server)?.stop();
  await inbox.close();
  await pool.end();
});

function idOf({ messageId }: Accepted): string {
  return /^registered-([0-9a-f-]{36})@/.exec(messageId)?.[1] ?? messageId;
}

async function isWrittenDown(mail: Accepted): Promise<boolean> {
  const job = `SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'registrationId' = $1`;
  return (await pool.query(job, [idOf(mail)])).rowCount === 0;
}

async function interrupt(phase: Phase): Promise<boolean> {
  if (isDead || !death || 'fault' in death || death.phase !== phase) return isDead;
  met += 1;
  if (met < death.mail) return false;
  isDead = true;
  await (await server)?.kill();
  return true;
}

function plan(): Death[] {
  const chance = seededChance('deaths of a worker');
  return Array.from({ length: DEATHS }, (_, index): Death => {
    if (index % Math.floor(DEATHS / DOUBLED) === 0) return { fault: 'after-job:die' };
    const kind = chance(CONVERSATION.length + 1);
    const phase = CONVERSATION[kind];
    return phase ? { phase, mail: phase === 'connect' ? 1 : 1 + chance(4) } : { fault: 'in-job:die' };
  });
}

/** Resolves with it, or with undefined when it died of its first job before it could say that it serves. */
function start(next?: Death): Promise<BuiltServer | undefined> {
  inbox.expectAnotherSender();
  death = next;
  met = 0;
  isDead = false;
  const fault: Record<string, string> = next && 'fault' in next ? { HILLO_FAULT: next.fault } : {};
  server = startBuiltServer(databaseUrl, { SMTP_URL: inbox.url, ...fault }).catch(() => undefined);
  return server;
}

it(
  `${MAILS} mails are handed over by a worker that is killed ${DEATHS} times: none lost, none to another, ${DOUBLED} doubled (T24)`,
  async () => {
    const fixtures = new Fixtures({
      url: '',
      tokens: new DerivedTokens(TEST_KEYS.LINK_KEY),
      clock: { now: () => new Date() },
      db: { execute: async (sql, values = []) => (await pool.query(sql, [...values])).rowCount ?? 0 },
    });
    const evening = await fixtures.evening(await fixtures.organisation());
    const addressOf = new Map<string, string>();
    for (let n = 0; n < MAILS; n += 1) {
      const email = `vastaanottaja${n}@example.org`;
      const id = await fixtures.registration(evening, { email });
      addressOf.set(id, email);
      // A taken job has been tried, also by a worker that died; here more die than a mail is tried by rights.
      await pool.query(
        `SELECT graphile_worker.add_job('send-registration-mail', json_build_object('mailId', $1::text, 'registrationId', $1::text, 'kind', 'registered'), max_attempts := 100)`,
        [id],
      );
    }

    for (const next of plan()) await (await start(next))?.ended;
    expect(await start()).toBeDefined();
    const jobs = 'SELECT 1 FROM graphile_worker._private_jobs';
    while (((await pool.query(jobs)).rowCount ?? 0) > 0) await sleep(20);

    const { accepted } = inbox;
    expect(new Set(accepted.map(idOf))).toEqual(new Set(addressOf.keys()));
    expect(accepted.filter((mail) => mail.to !== addressOf.get(idOf(mail)))).toEqual([]);
    // The same mail has the same Message-ID: mail programs show it once.
    expect(new Set(accepted.map(({ messageId }) => messageId)).size).toBe(MAILS);
    expect(accepted.length - MAILS).toBe(DOUBLED);
  },
  FULL ? 1_800_000 : 60_000,
);
