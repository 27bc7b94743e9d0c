import type { StreamName } from '@hillo/contracts/realtime';
import { type Child, freePort, inProject, startChild, startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { EveningFiller, type FilledPerson } from '../ground/evening-filler.js';
import { type Answer, bytesOf, HttpLine, type Request } from '../ground/http-line.js';
import { CrowdOfPhones } from './crowd.js';

/** An evening with everybody checked in, a host, and phones in another program. */
export class FullRoom {
  private constructor(
    readonly server: Child,
    readonly crowd: CrowdOfPhones,
    readonly eveningId: string,
    readonly people: readonly FilledPerson[],
    readonly cookies: readonly string[],
    /** Each may do six hundred things a minute. */
    private readonly hosts: readonly string[],
    private readonly line: HttpLine,
  ) {}

  static async open(databases: Databases, phones: number): Promise<FullRoom> {
    const database = await databases.empty();
    const filler = await EveningFiller.open(database);
    const evening = await filler.evening(phones, 0, 'empty');
    const people = evening.sides.flat();
    const cookies = await filler.phones(evening.id, people);
    const hosts: string[] = [];
    while (hosts.length < 4) {
      const { browser } = await filler.fixtures.device(evening.id, 'host');
      hosts.push(browser.cookieHeader.replace(/^hillo=/, ''));
    }
    await filler.close();
    const server = await startServer(database);
    const line = await HttpLine.open(server.url);
    return new FullRoom(server, await CrowdOfPhones.start(), evening.id, people, cookies, hosts, line);
  }

  get stream(): StreamName {
    return `panel:${this.eveningId}`;
  }

  get listPath(): string {
    return `/api/evenings/${this.eveningId}/panel`;
  }

  cookieOfHost(n = 0): string {
    return this.hosts[n % this.hosts.length] ?? '';
  }

  openPhones(count = this.cookies.length): Promise<readonly number[]> {
    const { url } = this.server;
    return this.crowd.does({ kind: 'open', url, cookies: this.cookies.slice(0, count), stream: this.stream });
  }

  /** A question from a card, waiting. */
  async ask(text: string, turn = 0): Promise<string> {
    const path = `/api/evenings/${this.eveningId}/questions`;
    const cookie = this.cookieOfHost(turn);
    const asked = await this.send({ method: 'POST', path, cookie, body: { text, source: 'card' } });
    return (JSON.parse(asked.body) as { id: string }).id;
  }

  async approve(id: string, turn = 0): Promise<void> {
    const path = `/api/evenings/${this.eveningId}/questions/${id}/moves`;
    await this.send({
      method: 'POST',
      path,
      cookie: this.cookieOfHost(turn),
      body: { move: 'approve', version: 0 },
    });
  }

  async listed(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      const id = await this.ask(`Kysymys numero ${ids.length}: mitä sovimme seuraavaksi?`, ids.length);
      await this.approve(id, ids.length);
      ids.push(id);
    }
    return ids;
  }

  /** A vote of the person at a place. */
  voteOf(person: number, question: string): Request {
    const { id = '' } = this.people[person % this.people.length] ?? {};
    const cookie = this.cookies[person % this.cookies.length] ?? '';
    return { method: 'PUT', path: `/api/me/${id}/votes/${question}`, cookie };
  }

  async send(request: Request): Promise<Answer> {
    const answer = await this.line.send(bytesOf(request));
    if (answer.status >= 300)
      throw new Error(`The answer was ${answer.status}: ${answer.body.slice(0, 300)}`);
    return answer;
  }

  async close(): Promise<void> {
    this.line.close();
    await this.crowd.stop();
    await this.server.stop();
  }
}

/** `ws` that sends what it is posted, or Socket.IO that tells of each vote at once. */
export async function startBroadcaster(by: 'ws' | 'socket.io'): Promise<Child> {
  const port = await freePort();
  return startChild(inProject('tests/dist/bench/room/broadcaster-child.js'), `http://127.0.0.1:${port}`, {
    PORT: String(port),
    BROADCAST_BY: by,
  });
}
