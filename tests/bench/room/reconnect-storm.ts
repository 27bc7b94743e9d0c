import { type Figure, percentile, plain } from '../figures.js';
import { processorSeconds } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { step } from '../progress.js';
import { FullRoom } from './full-room.js';

const PHONES = 1_000;
const QUESTIONS = 50;
/** The first wait of the page's own connection (`lib/realtime/socket.ts`). */
const WAIT_MS = { least: 500, most: 1_500 };

/** A thousand phones lose the network at once and come back, each after its wait; meanwhile something was asked. */
export async function measureReconnectStorm(databases: Databases): Promise<Figure[]> {
  const room = await FullRoom.open(databases, PHONES);
  const { crowd, server, cookies, stream, listPath: path } = room;
  try {
    await room.listed(QUESTIONS);
    await step('Opening a thousand phones', () => room.openPhones());
    await crowd.does({ kind: 'lose' });
    await room.approve(await room.ask('Mitä tapahtui sillä aikaa?'));
    const cpu = processorSeconds(server.pid) ?? NaN;
    const span = WAIT_MS.most - WAIT_MS.least;
    const waitsMs = cookies.map((_, n) => WAIT_MS.least + (span * n) / PHONES);
    const times = await step('A thousand phones come back', () =>
      crowd.does({ kind: 'back', url: server.url, cookies, stream, path, waitsMs }),
    );
    const spent = (processorSeconds(server.pid) ?? NaN) - cpu;
    const name = `${PHONES} phones lost and back`;
    return [
      plain(`${name}: current, p50`, 'ms', percentile(times, 0.5)),
      plain(`${name}: the last is current`, 'ms', Math.max(...times), { most: 10_000 }),
      plain(`${name}: server, a phone`, 'ms', (spent * 1_000) / PHONES),
    ];
  } finally {
    await room.close();
  }
}
