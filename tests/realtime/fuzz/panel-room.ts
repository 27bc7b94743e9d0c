import { createHash } from 'node:crypto';
import type { PanelDesk, PanelList } from '@hillo/contracts/panel-schemas';
import { newId } from '@hillo/server/platform/clock';
import { afterChange } from '../../../client/src/features/panel/list-changes.js';
import type { TestApplication } from '../../support/application.js';
import type { Browser, Reply } from '../../support/browser-session.js';
import { Fixtures } from '../../support/fixtures.js';
import { alike, type Apply, Device, type Follower, read } from './followers.js';
import { FIRST, HOSTS, PHONES, type Step } from './schedule.js';

const followPanel: Apply<PanelList> = afterChange;
/** As the desk's page (`features/panel/desk/api.ts`): counts come with the stream, the rest is read. */
const followDesk: Apply<PanelDesk> = (list, { rev, kind, payload }) => {
  if (kind !== 'votes') return undefined;
  const counts = payload as Readonly<Record<string, number>>;
  const questions = list.questions.map((each) => ({ ...each, votes: counts[each.id] ?? each.votes }));
  return { ...list, rev, questions };
};

type OfQuestion = Exclude<
  Step,
  { kind: 'cut' } | { kind: 'back' } | { kind: 'moderation' } | { kind: 'ask' }
>;

/** Fifty phones that go from evening to evening, so that the next one costs no fifty connections. */
export class Crowd {
  private constructor(
    readonly application: TestApplication,
    readonly fixtures: Fixtures,
    readonly phones: readonly Device[],
    private readonly sessions: readonly string[],
  ) {}

  static async open(application: TestApplication): Promise<Crowd> {
    const fixtures = new Fixtures(application);
    const browsers = await Promise.all(Array.from({ length: PHONES }, () => fixtures.browser()));
    const sessions = await Promise.all(
      browsers.map(async ({ cookieHeader }) => {
        const hash = createHash('sha256').update(cookieHeader.replace('hillo=', '')).digest('hex');
        const id = newId();
        await application.db.execute('UPDATE sessions SET id = $2 WHERE token_hash = $1', [hash, id]);
        return id;
      }),
    );
    const phones = browsers.map((browser) => new Device(application.url, browser));
    return new Crowd(application, fixtures, phones, sessions);
  }

  /** Everybody is checked in at this evening too; their ids. */
  async enter(eveningId: string): Promise<string[]> {
    const { db, clock } = this.application;
    const model = await this.fixtures.registration(eveningId, {
      checked_in_at: clock.now(),
      checked_in_by: 'test',
    });
    const ids = Array.from({ length: PHONES }, () => newId());
    await db.execute(
      `INSERT INTO registrations SELECT (jsonb_populate_record(r, jsonb_build_object('id', p.id, 'personal_hash', p.id,
         'badge_hash', p.id, 'spoken_code', 200000 + p.place, 'queue_number', 100 + p.place))).*
       FROM registrations r, unnest($2::text[]) WITH ORDINALITY AS p (id, place) WHERE r.id = $1`,
      [model, ids],
    );
    await db.execute(
      `INSERT INTO session_grants (id, session_id, kind, subject_id, evening_id, created_at)
       SELECT g.id, g.session_id, 'attendee', g.subject_id, $4, now()
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS g (id, session_id, subject_id)`,
      [ids.map(() => newId()), this.sessions, ids, eveningId],
    );
    return ids;
  }

  end(): void {
    for (const phone of this.phones) phone.end();
  }
}

/** One evening's panel: phones and hosts who act by a schedule, and what each of them shows. */
export class PanelRoom {
  /** By the step that asked; undefined where it was refused. */
  private readonly questions: (string | undefined)[] = [];
  /** Kinds of steps that the server took. */
  readonly taken = new Set<string>();

  private constructor(
    private readonly crowd: Crowd,
    private readonly name: string,
    readonly eveningId: string,
    private readonly people: readonly string[],
    private readonly hosts: readonly Device[],
    private readonly lists: readonly Follower<PanelList>[],
    private readonly desks: readonly Follower<PanelDesk>[],
  ) {}

  static async open(
    crowd: Crowd,
    organisation: string,
    name: string,
    applyOf: (phone: number) => Apply<PanelList> = () => followPanel,
  ): Promise<PanelRoom> {
    const { application, fixtures, phones } = crowd;
    const evening = await fixtures.evening(organisation, { state: 'running' });
    // Shown as they come; hosts turn moderation on and off.
    await fixtures.insert('panels', { evening_id: evening, is_moderated: false });
    const people = await crowd.enter(evening);
    const browsers = await Promise.all(
      Array.from({ length: HOSTS }, async () => (await fixtures.device(evening, 'host')).browser),
    );
    const hosts = browsers.map((browser) => new Device(application.url, browser));
    const [panel, desk] = pathsOf(evening);
    const [first, firstDesk] = [
      await read<PanelList>(deviceAt(hosts, 0).browser, panel),
      await read<PanelDesk>(deviceAt(hosts, 0).browser, desk),
    ];
    const lists = phones.map((phone, n) => phone.follow(`panel:${evening}`, panel, first, applyOf(n)));
    const desks = hosts.map((host) => host.follow(`panel-desk:${evening}`, desk, firstDesk, followDesk));
    await Promise.all([...phones, ...hosts].map((device) => device.online()));
    const room = new PanelRoom(crowd, name, evening, people, hosts, lists, desks);
    await Promise.all(Array.from({ length: FIRST }, (_, n) => room.type(n)));
    return room;
  }

  /** Changes that phones heard one after another, without reading the list. */
  get heard(): number {
    return this.lists.reduce((sum, { heard }) => sum + heard, 0);
  }

  /** A question from a card. */
  async type(slot: number): Promise<string> {
    const card = { text: `Kortti ${slot}?`, source: 'card' };
    const { id } = (await this.host(0).post(this.path('questions'), card)).body;
    this.questions[slot] = id;
    return id;
  }

  /** Everybody sees it. */
  async show(id: string): Promise<void> {
    await this.host(0).post(this.path(`questions/${id}/moves`), { move: 'put-on-stage', version: 0 });
  }

  /** Does them all at once; what the rules refuse is refused, anything else throws. */
  async act(steps: readonly Step[]): Promise<void> {
    // Nobody is held up by the pause between two questions of one person.
    this.crowd.application.clock.advance(20_000);
    await Promise.all(
      steps.map(async (step) => {
        const reply = await this.does(step);
        const took = !reply || reply.status < 300;
        if (took) this.taken.add(step.kind);
        else if (![404, 409].includes(reply.status) && reply.body.code !== 'asked-too-soon')
          throw new Error(`${this.name}: ${JSON.stringify(step)} was answered by ${reply.status}`);
      }),
    );
  }

  /** Everybody has a network again. */
  reconnect(): void {
    for (const device of [...this.crowd.phones, ...this.hosts]) device.back();
  }

  /** Those who show something else than the server holds. */
  async stale(): Promise<readonly string[]> {
    const [panel, desk] = pathsOf(this.eveningId);
    const same = await Promise.all([
      read<PanelList>(this.host(0), panel),
      read<PanelDesk>(this.host(0), desk),
    ]);
    const [shows, desks] = same.map(alike);
    return [
      ...this.lists.flatMap(({ list }, n) => (shows?.(list) ? [] : [`${this.name}: phone ${n}`])),
      ...this.desks.flatMap(({ list }, n) => (desks?.(list) ? [] : [`${this.name}: host ${n}`])),
    ];
  }

  close(): void {
    for (const { stop } of this.lists) stop();
    for (const host of this.hosts) host.end();
  }

  private async does(step: Step): Promise<Reply | undefined> {
    if (step.kind === 'cut' || step.kind === 'back') {
      const device = deviceAt(this.crowd.phones, step.phone);
      if (step.kind === 'cut') device.cut();
      else device.back();
      return undefined;
    }
    if (step.kind === 'moderation')
      return this.host(step.host).patch(this.path('panel'), { isModerated: step.isModerated });
    if (step.kind === 'ask') {
      const asked = await this.phone(step.phone).post(this.mine(step.phone, 'questions'), {
        text: `Kysymys ${step.question}?`,
        withName: step.question % 2 === 0,
      });
      this.questions[step.question] = asked.body.id;
      return asked;
    }
    return this.changes(step, this.questions[step.question]);
  }

  private async changes(step: OfQuestion, id: string | undefined): Promise<Reply | undefined> {
    if (id === undefined) return undefined;
    switch (step.kind) {
      case 'vote':
        return this.phone(step.phone).put(this.mine(step.phone, `votes/${id}`), {});
      case 'take-back':
        return this.phone(step.phone).delete(this.mine(step.phone, `votes/${id}`));
      case 'withdraw':
        return this.phone(step.phone).delete(this.mine(step.phone, `questions/${id}`));
      case 'edit': {
        const body = { version: this.version(step.host, id), text: `Selvempi ${id}?` };
        return this.host(step.host).patch(this.path(`questions/${id}`), body);
      }
      case 'place': {
        const version = this.desks[step.host]?.list.orderVersion;
        return this.host(step.host).put(this.path('panel/order'), { version, placed: [id] });
      }
      case 'move':
      case 'merge': {
        const into = step.kind === 'merge' ? this.questions[step.into] : undefined;
        if (step.kind === 'merge' && into === undefined) return undefined;
        const more = step.kind === 'merge' ? { move: 'merge', into } : { move: step.move };
        const reason = step.kind === 'move' && step.move === 'hide' ? { reason: 'other' } : {};
        const body = { version: this.version(step.host, id), ...more, ...reason };
        return this.host(step.host).post(this.path(`questions/${id}/moves`), body);
      }
    }
  }

  /** As this host's own page shows it, which may be old. */
  private version(host: number, id: string): number {
    return this.desks[host]?.list.questions.find((each) => each.id === id)?.version ?? 0;
  }

  private host(n: number): Browser {
    return deviceAt(this.hosts, n).browser;
  }

  private phone(n: number): Browser {
    return deviceAt(this.crowd.phones, n).browser;
  }

  private mine(phone: number, rest: string): string {
    return `/api/me/${this.people[phone]}/${rest}`;
  }

  private path(rest: string): string {
    return `/api/evenings/${this.eveningId}/${rest}`;
  }
}

function deviceAt(devices: readonly Device[], n: number): Device {
  const device = devices[n];
  if (!device) throw new Error(`There is no device ${n}`);
  return device;
}

function pathsOf(evening: string): readonly [string, string] {
  return [`/api/evenings/${evening}/panel`, `/api/evenings/${evening}/panel/desk`];
}
