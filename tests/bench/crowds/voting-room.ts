import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamChange,
} from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import { residentMiB } from '../../support/resident-memory.js';
import { type Figure, percentile, plain } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { at, EveningFiller } from '../ground/evening-filler.js';
import { bytesOf, HttpLine } from '../ground/http-line.js';
import { step } from '../progress.js';

const PHONES = 300;
const QUESTIONS = 20;
const A_SECOND = 10;
/** A fifth of the ten minutes of T11; the pace is the same. */
const SECONDS = 120;
const LINES = 4;
const PROBE_MS = 50;
const SETTLED_MS = 1_000;

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;
interface Vote {
  readonly question: string;
  readonly sentAt: number;
  /** What the question had with it. */
  readonly votes: number;
}

/** Who has heard of which vote, and after how many milliseconds. */
class Hearing {
  readonly times: number[] = [];
  private readonly known = Array.from({ length: PHONES }, () => new Map<string, number>());
  private readonly awaited = Array.from({ length: PHONES }, () => new Set<Vote>());

  /** A vote was accepted; some phones may know of it already. */
  expect(vote: Vote): void {
    for (const awaited of this.awaited) awaited.add(vote);
    this.known.forEach((_, phone) => this.settle(phone));
  }

  hear(phone: number, change: StreamChange): void {
    if (change.kind !== 'votes') return;
    for (const [question, votes] of Object.entries(change.payload as Record<string, number>))
      this.known[phone]?.set(question, votes);
    this.settle(phone);
  }

  /** Phones that do not show what the list of the server says. */
  stale(counts: ReadonlyMap<string, number>): number {
    return this.known.filter((known) => [...counts].some(([id, votes]) => (known.get(id) ?? 0) !== votes))
      .length;
  }

  private settle(phone: number): void {
    const now = performance.now();
    for (const vote of this.awaited[phone] ?? []) {
      if ((this.known[phone]?.get(vote.question) ?? 0) < vote.votes) continue;
      this.times.push(now - vote.sentAt);
      this.awaited[phone]?.delete(vote);
    }
  }
}

/** Three hundred phones with the questions open, ten votes a second (T11). */
export async function measureVotingRoom(databases: Databases): Promise<Figure[]> {
  const database = await databases.empty();
  const filler = await EveningFiller.open(database);
  const evening = await filler.evening(PHONES, 0, 'empty');
  const people = evening.sides.flat();
  const cookies = await filler.phones(evening.id, people);
  const { browser } = await filler.fixtures.device(evening.id, 'host');
  const host = browser.cookieHeader.replace(/^hillo=/, '');
  await filler.close();
  const server = await startServer(database);
  const hearing = new Hearing();
  const sockets: Phone[] = [];
  try {
    const questions = await step('Asking twenty questions', () => ask(server.url, evening.id, host));
    await step('Opening 300 phones', async () => {
      for (const [phone, cookie] of cookies.entries()) {
        const socket = openPhone(server.url, cookie);
        sockets.push(socket);
        socket.on('change', (change) => hearing.hear(phone, change));
        const answer = await socket.emitWithAck('watch', { stream: `panel:${evening.id}` });
        if (!answer.ok) throw new Error(`A phone was refused: ${answer.code}`);
      }
    });
    const ends = new AbortController();
    const probing = probe(server.url, ends.signal);
    await step(`Voting for ${SECONDS} s`, () =>
      vote(server.url, (turn) => {
        const person = at(people, turn);
        const question = questions[Math.floor(turn / PHONES + turn) % QUESTIONS] ?? '';
        return { person: person.id, cookie: cookies[turn % PHONES] ?? '', question, hearing };
      }),
    );
    await sleep(SETTLED_MS);
    ends.abort();
    const answers = await probing;
    const counts = await listed(server.url, evening.id, host);
    const name = `panel, ${PHONES} phones, ${A_SECOND} votes a second`;
    return [
      plain(`${name}: vote to phone, p95`, 'ms', percentile(hearing.times, 0.95), { most: 500 }),
      plain(`${name}: vote to phone, p99`, 'ms', percentile(hearing.times, 0.99), { most: 1_000 }),
      plain(`${name}: phones that show another count at the end`, 'phones', hearing.stale(counts), {
        most: 0,
      }),
      plain(`${name}: p99 of an answer that needs only the loop`, 'ms', percentile(answers, 0.99), {
        most: 100,
      }),
      plain(`${name}: memory`, 'MiB', residentMiB(server.pid) ?? null, { most: 400 }),
    ];
  } finally {
    for (const socket of sockets) socket.disconnect();
    await server.stop();
  }
}

function openPhone(url: string, cookie: string): Phone {
  return io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie: `hillo=${cookie}` },
  });
}

async function ask(url: string, evening: string, cookie: string): Promise<string[]> {
  const line = await HttpLine.open(url);
  const path = `/api/evenings/${evening}/questions`;
  const ids: string[] = [];
  for (let number = 0; number < QUESTIONS; number += 1) {
    const body = { text: `Kysymys numero ${number}?`, source: 'card' };
    const asked = await line.send(bytesOf({ method: 'POST', path, cookie, body }));
    const { id } = JSON.parse(asked.body) as { id: string };
    const move = { move: 'approve', version: 0 };
    await line.send(bytesOf({ method: 'POST', path: `${path}/${id}/moves`, cookie, body: move }));
    ids.push(id);
  }
  line.close();
  return ids;
}

/** Votes by question, as the host reads them. */
async function listed(url: string, evening: string, cookie: string): Promise<Map<string, number>> {
  const line = await HttpLine.open(url);
  const { body } = await line.send(
    bytesOf({ method: 'GET', path: `/api/evenings/${evening}/panel`, cookie }),
  );
  line.close();
  const { questions } = JSON.parse(body) as { questions: { id: string; votes: number }[] };
  return new Map(questions.map(({ id, votes }) => [id, votes]));
}

interface Ballot {
  readonly person: string;
  readonly cookie: string;
  readonly question: string;
  readonly hearing: Hearing;
}

/** At an even pace, over a few lines in turn; nobody votes for a question twice. */
async function vote(url: string, ballot: (turn: number) => Ballot): Promise<void> {
  const began = performance.now();
  const work = async (first: number) => {
    const line = await HttpLine.open(url);
    for (let turn = first; turn < A_SECOND * SECONDS; turn += LINES) {
      await sleep(Math.max(0, began + (turn * 1_000) / A_SECOND - performance.now()));
      const { person, cookie, question, hearing } = ballot(turn);
      const sentAt = performance.now();
      const path = `/api/me/${person}/votes/${question}`;
      const { status, body } = await line.send(bytesOf({ method: 'PUT', path, cookie }));
      if (status !== 200) throw new Error(`The answer was ${status}: ${body.slice(0, 400)}`);
      hearing.expect({ question, sentAt, votes: (JSON.parse(body) as { votes: number }).votes });
    }
    line.close();
  };
  await Promise.all(Array.from({ length: LINES }, (_, first) => work(first)));
}

/** Milliseconds that the server's loop lets a request wait which asks nothing of the database. */
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
