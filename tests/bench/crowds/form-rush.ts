import { setTimeout as sleep } from 'node:timers/promises';
import { registrationForm } from '../../support/registration-form.js';
import { type Figure, percentile, plain } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { EveningFiller } from '../ground/evening-filler.js';
import { bytesOf, HttpLine } from '../ground/http-line.js';
import { step } from '../progress.js';

const PEOPLE = 500;
const SEATS = 80;
const WAITING = 40;
const SECONDS = 10;
const LINES = 50;
const GOAL_MS = 2_000;

/** Five hundred forms in ten seconds for eighty seats and forty places of the waitlist (T6). */
export async function measureFormRush(databases: Databases): Promise<Figure[]> {
  const database = await databases.empty();
  const filler = await EveningFiller.open(database);
  const slug = 'ryntays';
  const starts = Date.now() + 7 * 24 * 3_600_000;
  await filler.fixtures.evening(await filler.fixtures.organisation(), {
    slug,
    capacity: SEATS,
    starts_at: new Date(starts),
    ends_at: new Date(starts + 3 * 3_600_000),
  });
  await filler.close();
  const server = await startServer(database);
  const lines = await Promise.all(Array.from({ length: LINES }, () => HttpLine.open(server.url)));
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const began = performance.now();
  const send = async (line: HttpLine, first: number) => {
    for (let person = first; person < PEOPLE; person += LINES) {
      // Everybody at their own moment, however long others wait: what is measured counts from there.
      const moment = began + (person / PEOPLE) * SECONDS * 1_000;
      await sleep(Math.max(0, moment - performance.now()));
      const request = bytesOf({
        method: 'POST',
        path: `/api/public/evenings/${slug}/registrations`,
        cookie: '',
        body: registrationForm({ firstName: `Tulija ${person}`, email: `tulija${person}@example.org` }),
      });
      const { status } = await line.send(request);
      times.push(performance.now() - moment);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  try {
    await step('500 forms in ten seconds', () => Promise.all(lines.map(send)));
  } finally {
    for (const line of lines) line.close();
    await server.stop();
  }
  return [
    plain('form, 500 people in 10 s: p95 of an answer', 'ms', percentile(times, 0.95), { most: GOAL_MS }),
    plain('form, 500 people in 10 s: got a seat or a place', 'people', statuses.get(201) ?? 0, {
      most: SEATS + WAITING,
    }),
    plain('form, 500 people in 10 s: other than told or refused', 'answers', others(statuses), { most: 0 }),
  ];
}

function others(statuses: ReadonlyMap<number, number>): number {
  return [...statuses].reduce(
    (sum, [status, count]) => (status === 201 || status === 409 ? sum : sum + count),
    0,
  );
}
