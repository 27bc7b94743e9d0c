import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, percentile, plain } from '../figures.js';
import { processorSeconds } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { step } from '../progress.js';
import { CrowdOfPhones } from './crowd.js';
import { FullRoom } from './full-room.js';

const PHONES = 500;
const QUESTIONS = 100;
const ROUNDS = 3;

/** Five hundred people vote for the same question in the same moment; a hundred are listed. */
export async function measureUpvotes(databases: Databases): Promise<Figure[]> {
  const room = await FullRoom.open(databases, PHONES);
  // Votes leave by another program than the one that hears of them, or it would measure itself.
  const hands = await CrowdOfPhones.start();
  try {
    const ids = await step('Asking a hundred questions', () => room.listed(QUESTIONS));
    await room.openPhones();
    const rounds = [];
    for (const question of ids.slice(0, ROUNDS))
      rounds.push(await step('Five hundred votes at once', () => vote(room, hands, question)));
    const best = rounds.toSorted((one, other) => one.all - other.all)[0];
    if (!best) return [];
    const name = `votes, ${PHONES} at once, ${QUESTIONS} questions listed`;
    return [
      plain(`${name}: answered, p50`, 'ms', percentile(best.acks, 0.5)),
      plain(`${name}: answered, p99`, 'ms', percentile(best.acks, 0.99)),
      plain(`${name}: every phone shows the last count`, 'ms', best.all),
      plain(`${name}: to each phone`, 'bytes', best.bytes),
      plain(`${name}: server`, 's', best.cpu),
    ];
  } finally {
    await hands.stop();
    await room.close();
  }
}

async function vote(room: FullRoom, hands: CrowdOfPhones, question: string) {
  const { crowd, server } = room;
  const before = total(await crowd.does({ kind: 'bytes' }));
  const cpu = processorSeconds(server.pid) ?? NaN;
  const hearing = crowd.does({ kind: 'hear', marker: `"${question}":${PHONES}` });
  await sleep(20);
  const requests = room.people.map((_, person) => room.voteOf(person, question));
  const began = performance.timeOrigin + performance.now();
  const acks = await hands.does({ kind: 'send', url: server.url, requests });
  const all = Math.max(...(await hearing)) - began;
  const bytes = (total(await crowd.does({ kind: 'bytes' })) - before) / PHONES;
  return { acks, all, bytes, cpu: (processorSeconds(server.pid) ?? NaN) - cpu };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
