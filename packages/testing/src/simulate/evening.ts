import { setTimeout as sleep } from 'node:timers/promises';
import { type CrowdAct, crowdScript } from '../crowd.js';
import { inventPeople } from '../people.js';
import { seededRandom } from '../random.js';
import { type Check, checkInvariants } from './checks.js';
import { Device, type Traffic } from './device.js';
import type { SimulationOptions } from './options.js';
import { closeEvening, playDraw, publishEvening, type Stage } from './organiser.js';
import { Phone } from './phone.js';

/** Told while the evening runs: what is done, of how much. */
export type Progress = (step: string, done: number, total: number) => void;

export interface Played {
  readonly checks: readonly Check[];
  readonly traffic: Traffic;
  readonly changesHeard: number;
  readonly seconds: number;
}

const AT_ONCE = 8;

/** Plays a whole evening as phones do: publish, register, door, bingo, draw, close; then checks what must hold. */
export async function playEvening(options: SimulationOptions, progress: Progress): Promise<Played> {
  const began = performance.now();
  const traffic: Traffic = { requests: 0, refusals: new Map(), latencies: [] };
  const random = seededRandom(options.seed);
  const habits = { chance: random, twice: options.twice, patience: options.patience };
  const laptop = new Device(options.url, traffic, habits);
  const stage = await publishEvening(laptop, options.organiserLink);
  const phones = inventPeople(options.people, random).map(
    (person) => new Phone(options.url, traffic, habits, person),
  );
  try {
    await registerAll(phones, stage, laptop, progress);
    const script = crowdScript(
      {
        people: phones.length,
        arrival: Math.ceil(phones.length / 8),
        mingling: options.scans * options.pace + 1,
        scans: options.scans,
      },
      random,
    );
    await playScript(script, options.pace, phones, laptop, stage, progress);
    await playDraw(laptop, stage.evening);
    const checks = await checkInvariants(laptop, phones, stage);
    await closeEvening(laptop, stage.evening);
    const changesHeard = phones.reduce((total, phone) => total + phone.changesHeard, 0);
    return { checks, traffic, changesHeard, seconds: (performance.now() - began) / 1000 };
  } finally {
    for (const phone of phones) phone.disconnect();
  }
}

async function registerAll(
  phones: readonly Phone[],
  stage: Stage,
  laptop: Device,
  progress: Progress,
): Promise<void> {
  const { textVersion } = await laptop.call('GET /api/public/evenings/:slug/registration', {
    params: { slug: stage.slug },
  });
  const waiting = [...phones];
  let done = 0;
  const work = async () => {
    for (let phone = waiting.shift(); phone; phone = waiting.shift()) {
      await phone.register(stage.slug, textVersion);
      await phone.connect();
      progress('Registering', ++done, phones.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * Every act at its time; one phone's acts one after another, as one pair of hands does them. A hand keeps its pace from
 * scan to scan also when a slow answer has made it late: nobody catches up in a burst.
 */
async function playScript(
  script: readonly CrowdAct[],
  pace: number,
  phones: readonly Phone[],
  laptop: Device,
  stage: Stage,
  progress: Progress,
): Promise<void> {
  const began = performance.now();
  const hands = phones.map(() => Promise.resolve());
  const free = phones.map(() => 0);
  let done = 0;
  for (const act of script) {
    await sleep(Math.max(0, act.at * 1000 - (performance.now() - began)));
    hands[act.who] = (hands[act.who] ?? Promise.resolve()).then(async () => {
      if (act.act === 'scan') {
        await sleep(Math.max(0, (free[act.who] ?? 0) - performance.now()));
        free[act.who] = performance.now() + pace * 900;
      }
      await perform(act, phones, laptop, stage);
      progress('Meeting', ++done, script.length);
    });
    // Noticed at the end, by Promise.all; until then it must not count as unhandled.
    hands[act.who]?.catch(() => undefined);
  }
  await Promise.all(hands);
}

async function perform(act: CrowdAct, phones: readonly Phone[], laptop: Device, stage: Stage): Promise<void> {
  const phone = phones[act.who];
  if (!phone) return;
  if (act.act === 'arrive') {
    await laptop.call('POST /api/evenings/:evening/door/check-ins', {
      params: { evening: stage.evening },
      body: { who: { by: 'badge', token: phone.badge } },
    });
    return;
  }
  const other = phones[act.other];
  if (!other) return;
  if (act.act === 'scan') await phone.scan(act.other, other.badge, act.wish);
  else await phone.act(act.act, act.other, other.person.firstName);
}
