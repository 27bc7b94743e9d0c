import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
} from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import { compared, type Figure, percentile, plain } from '../figures.js';
import { type Child, processorSeconds } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { bytesOf, HttpLine, type Request } from '../ground/http-line.js';
import { step } from '../progress.js';
import type { CrowdOfPhones } from './crowd.js';
import { FullRoom, startBroadcaster } from './full-room.js';

const PHONES = 2_000;
const QUESTIONS = 20;
const VOTES = 1_000;
const A_SECOND = 500;
const LINES = 16;
const PROBE_MS = 10;
const SETTLED_MS = 1_500;
const TICK_MS = 100;

interface Storm {
  /** Of the server, in seconds. */
  readonly cpu: number;
  /** The longest that the server's loop let a request wait which asks nothing of the database. */
  readonly stall: number;
  readonly bytesAPhone: number;
}

/** Five hundred votes a second for two seconds, two thousand phones, one screen. */
export async function measureVoteStorm(databases: Databases): Promise<Figure[]> {
  const room = await FullRoom.open(databases, PHONES);
  const atOnce = await startBroadcaster('socket.io');
  try {
    const ids = await room.listed(QUESTIONS);
    const votes = Array.from({ length: 3 * VOTES }, (_, n) =>
      room.voteOf(n, ids[(Math.floor(n / PHONES) + n) % QUESTIONS] ?? ''),
    );
    const screen = await openScreen(room);
    // Code is compiled before anything is compared.
    await step('Votes that warm up', () => storm(room.server, room.crowd, votes.slice(0, VOTES)));
    await step('Opening two thousand phones', () => room.openPhones());
    screen.begin();
    const ours = await step('A storm of votes', () =>
      storm(room.server, room.crowd, votes.slice(VOTES, 2 * VOTES), screen.accepted),
    );
    screen.socket.disconnect();
    await room.crowd.does({ kind: 'lose' });
    await sleep(SETTLED_MS);
    const unheard = await step('Votes that nobody hears', () =>
      storm(room.server, room.crowd, votes.slice(2 * VOTES)),
    );
    const theirs = await step('The same, each vote told at once', async () => {
      const { url } = atOnce;
      await room.crowd.does({ kind: 'open', url, cookies: room.cookies, stream: room.stream });
      const each = Array.from({ length: VOTES }, (_, n) => told(room, ids[n % QUESTIONS] ?? '', n));
      return storm(atOnce, room.crowd, each);
    });
    const name = `${A_SECOND} votes a second, ${PHONES} phones`;
    return [
      plain(`${name}: longest stall`, 'ms', ours.stall, { most: 150 }),
      plain(`${name}: screen behind a vote, p95`, 'ms', percentile(screen.times, 0.95), {
        most: TICK_MS + 100,
      }),
      plain(`${name}: screen behind a vote, most`, 'ms', Math.max(...screen.times)),
      plain(`${name}: to each phone`, 'bytes', ours.bytesAPhone),
      plain(`${name}: server in all`, 's', ours.cpu),
      plain(`${name}: server for the votes alone`, 's', unheard.cpu),
      compared(
        `${name}: telling of them, beside each vote at once`,
        's',
        Math.max(0, ours.cpu - unheard.cpu),
        theirs.cpu,
        { most: 1 / 20 },
      ),
      plain(`${name}: stall, each vote at once`, 'ms', theirs.stall),
    ];
  } finally {
    await atOnce.stop();
    await room.close();
  }
}

/** What a server that tells of each vote would send. */
function told(room: FullRoom, question: string, rev: number): Request {
  const body = { stream: room.stream, rev, kind: 'votes', payload: { [question]: rev } };
  return { method: 'POST', path: '/', cookie: '', body };
}

async function storm(
  server: Child,
  crowd: CrowdOfPhones,
  requests: readonly Request[],
  accepted: (body: string) => void = () => undefined,
): Promise<Storm> {
  const ends = new AbortController();
  const probing = probe(server.url, ends.signal);
  const before = await received(crowd);
  const cpu = processorSeconds(server.pid) ?? NaN;
  const began = performance.now();
  const work = async (first: number) => {
    const line = await HttpLine.open(server.url);
    for (let turn = first; turn < requests.length; turn += LINES) {
      await sleep(Math.max(0, began + (turn * 1_000) / A_SECOND - performance.now()));
      const { status, body } = await line.send(bytesOf(requests[turn] as Request));
      if (status !== 200) throw new Error(`The answer was ${status}: ${body.slice(0, 300)}`);
      accepted(body);
    }
    line.close();
  };
  await Promise.all(Array.from({ length: LINES }, (_, first) => work(first)));
  ends.abort();
  const stall = Math.max(...(await probing));
  await sleep(SETTLED_MS);
  const spent = (processorSeconds(server.pid) ?? NaN) - cpu;
  return { cpu: spent, stall, bytesAPhone: ((await received(crowd)) - before) / PHONES };
}

async function received(crowd: CrowdOfPhones): Promise<number> {
  return (await crowd.does({ kind: 'bytes' })).reduce((sum, bytes) => sum + bytes, 0);
}

async function probe(url: string, signal: AbortSignal): Promise<number[]> {
  const line = await HttpLine.open(url);
  const times: number[] = [];
  while (!signal.aborted) {
    const began = performance.now();
    await line.send(bytesOf({ method: 'GET', path: '/api/health', cookie: '' }));
    times.push(performance.now() - began);
    await sleep(PROBE_MS);
  }
  line.close();
  return times;
}

/** The host's desk and the stage follow this stream. */
async function openScreen(room: FullRoom) {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(room.server.url, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie: `hillo=${room.cookieOfHost()}` },
  });
  const shown = new Map<string, number>();
  const awaited = new Set<{ question: string; votes: number; at: number }>();
  const times: number[] = [];
  const settle = () => {
    for (const vote of awaited) {
      if ((shown.get(vote.question) ?? 0) < vote.votes) continue;
      times.push(performance.now() - vote.at);
      awaited.delete(vote);
    }
  };
  socket.on('change', ({ kind, payload }) => {
    if (kind !== 'votes') return;
    for (const [id, votes] of Object.entries(payload as Record<string, number>)) shown.set(id, votes);
    settle();
  });
  await socket.emitWithAck('watch', { stream: `panel-desk:${room.eveningId}` });
  return {
    socket,
    times,
    begin: () => void times.splice(0),
    accepted: (body: string) => {
      awaited.add({ ...(JSON.parse(body) as { question: string; votes: number }), at: performance.now() });
      settle();
    },
  };
}
