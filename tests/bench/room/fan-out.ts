import { setTimeout as sleep } from 'node:timers/promises';
import { residentMiB } from '../../support/resident-memory.js';
import { compared, type Figure, median, plain } from '../figures.js';
import type { Databases } from '../ground/databases.js';
import { bytesOf, HttpLine } from '../ground/http-line.js';
import { step } from '../progress.js';
import { CrowdOfPhones } from './crowd.js';
import { FullRoom, startBroadcaster } from './full-room.js';

const SIZES = [500, 1_000];
const ROUNDS = 9;
const WARM = 3;
const SETTLED_MS = 1_500;

interface Heard {
  /** From the first phone to the last. */
  readonly spread: number;
  /** From the request to the last phone. */
  readonly all: number;
}

/** A question is approved: how long until the last phone has it, beside `ws` that sends the same bytes. */
export async function measureFanOut(databases: Databases): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const phones of SIZES)
    figures.push(...(await step(`A question to ${phones} phones`, () => measure(databases, phones))));
  return figures;
}

async function measure(databases: Databases, phones: number): Promise<Figure[]> {
  const room = await FullRoom.open(databases, phones);
  const raw = await startBroadcaster('ws');
  const others = await CrowdOfPhones.start();
  const line = await HttpLine.open(raw.url);
  try {
    await warmUp(room);
    const before = residentMiB(room.server.pid);
    await room.openPhones();
    await sleep(SETTLED_MS);
    const after = residentMiB(room.server.pid);
    await others.does({ kind: 'open', url: raw.url, cookies: room.cookies, stream: null });
    const ours: Heard[] = [];
    const bare: Heard[] = [];
    for (let round = -WARM; round < ROUNDS; round += 1) {
      const text = `Kierros ${round + WARM}: kuka tulee mukaan yhteiseen perhekahvilaan, ja mistä saamme tilan?`;
      const id = await room.ask(text, round + WARM);
      const told = await heardBy(room.crowd, `"live":{"id":"${id}"`, () => room.approve(id, round + WARM));
      const posted = bytesOf({
        method: 'POST',
        path: '/',
        cookie: '',
        body: changeLike(room.stream, id, text),
      });
      const sent = await heardBy(others, id, () => line.send(posted));
      if (round < 0) continue;
      ours.push(told);
      bare.push(sent);
    }
    const name = `question to ${phones} phones`;
    const [spread, floor] = [ours, bare].map((all) => median(all.map((heard) => heard.spread)));
    const ends = median(ours.map(({ all }) => all));
    const kib = before === undefined || after === undefined ? null : ((after - before) * 1024) / phones;
    return [
      compared(`${name}: first to last, beside ws`, 'ms', spread ?? NaN, floor ?? NaN, { most: 1.5 }),
      plain(`${name}: approved to last`, 'ms', ends, phones === 500 ? { most: 60 } : undefined),
      plain(`${name}: memory of a connected phone`, 'KiB', kib, { most: 40 }),
    ];
  } finally {
    line.close();
    await others.stop();
    await raw.stop();
    await room.close();
  }
}

async function heardBy(crowd: CrowdOfPhones, marker: string, act: () => Promise<unknown>): Promise<Heard> {
  const hearing = crowd.does({ kind: 'hear', marker });
  // The order has reached the other program.
  await sleep(20);
  const began = performance.timeOrigin + performance.now();
  await act();
  const times = await hearing;
  const last = Math.max(...times);
  return { spread: last - Math.min(...times), all: last - began };
}

/** Code is compiled and pools are open before memory is looked at. */
async function warmUp(room: FullRoom): Promise<void> {
  await room.openPhones(100);
  await room.listed(20);
  await room.crowd.does({ kind: 'lose' });
  await sleep(SETTLED_MS);
}

/** As many bytes as the product sends. */
function changeLike(stream: string, id: string, text: string) {
  const live = {
    id,
    text,
    aim: 'panel',
    speaker: '',
    source: 'card',
    edited: false,
    asker: null,
    votes: 0,
    place: null,
    askedAt: new Date().toISOString(),
    answer: '',
    state: 'shown',
  };
  return ['change', { stream, rev: 100, kind: 'question', payload: { questionId: id }, live }];
}
