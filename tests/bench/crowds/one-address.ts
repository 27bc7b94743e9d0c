import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { playEvening } from '@hillo/testing/simulate/evening';
import { signInPath } from '../../support/sign-in-link.js';
import { compared, type Figure, percentile, plain } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { EveningFiller } from '../ground/evening-filler.js';
import { bytesOf, HttpLine } from '../ground/http-line.js';
import { step } from '../progress.js';

const PEOPLE = 80;
const SCANS = 6;
const PACE = 3;
const GUESSERS = 4;
/** Of all together, in a second: ten thousand in the half minute that the evening lasts. */
const GUESSES = 300;

/** An evening of eighty phones on one address (T9), alone and while somebody there guesses links (T10). */
export async function measureOneAddress(databases: Databases): Promise<Figure[]> {
  const database = await databases.empty();
  const filler = await EveningFiller.open(database);
  const { accountId } = await filler.fixtures.member(await filler.fixtures.organisation(), ['organiser']);
  const links = [await signInPath(filler.fixtures, accountId), await signInPath(filler.fixtures, accountId)];
  await filler.close();
  const server = await startServer(database);
  const play = async (link: string) => {
    const played = await playEvening(
      {
        url: server.url,
        people: PEOPLE,
        seed: 'one address',
        organiserLink: server.url + link,
        scans: SCANS,
        pace: PACE,
        twice: 0,
        patience: 0,
      },
      () => undefined,
    );
    const refused = played.traffic.refusals.get('too-many-requests') ?? 0;
    return { p95: percentile(played.traffic.latencies, 0.95), refused };
  };
  try {
    const [first = '', second = ''] = links;
    const alone = await step('An evening of 80 phones on one address', () => play(first));
    const { result: guessed, guesses } = await step('The same while links are guessed', () =>
      whileGuessing(server.url, () => play(second)),
    );
    return [
      plain('evening, 80 phones on one address: p95 of an answer', 'ms', alone.p95),
      plain('evening, 80 phones: held up by a limit', 'answers', alone.refused + guessed.refused, {
        most: 0,
      }),
      compared(
        'evening, p95 of an answer while links are guessed, beside none',
        'ms',
        guessed.p95,
        alone.p95,
        {
          most: 1.2,
        },
      ),
      plain('evening: links guessed meanwhile', 'guesses', guesses),
    ];
  } finally {
    await server.stop();
  }
}

/** Guesses personal links at an even pace, one after another on each line, until the work is done. */
async function whileGuessing<Result>(url: string, work: () => Promise<Result>) {
  const ends = new AbortController();
  let guesses = 0;
  const guess = async () => {
    const line = await HttpLine.open(url);
    const began = performance.now();
    for (let turn = 0; !ends.signal.aborted; turn += 1, guesses += 1) {
      const moment = began + (turn * GUESSERS * 1_000) / GUESSES;
      await sleep(Math.max(0, moment - performance.now()));
      const token = randomBytes(16).toString('hex').slice(0, 26);
      await line.send(
        bytesOf({ method: 'POST', path: '/api/session/attendee', cookie: '', body: { token } }),
      );
    }
    line.close();
  };
  const guessing = Array.from({ length: GUESSERS }, guess);
  try {
    return { result: await work(), guesses };
  } finally {
    ends.abort();
    await Promise.all(guessing);
  }
}
