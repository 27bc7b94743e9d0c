import type { HilloApi } from '@hillo/contracts/api';
import type { TestApplication } from '../application.js';
import type { Browser, Reply } from '../browser-session.js';
import { type Guest, Room } from '../room.js';

type Params = Readonly<Record<string, string>>;

/** One write of somebody who may do it, ready to be sent. */
export interface Write {
  readonly browser: Browser;
  readonly params: Params;
  readonly body?: object;
  /** What else the same person could have meant: another body for the same operation id. */
  readonly other?: object;
  /** Looks at the first answer, for what comes later in the story. */
  readonly told?: (reply: Reply) => void;
}

/** A route and how one comes to send it. */
export type Step = readonly [key: keyof HilloApi, ready: () => Promise<Write>];

/** The people of a story in which every write is sent, and what they remember of the answers. */
export class Stage {
  readonly here: Params;
  readonly own: Params;
  private readonly known = new Map<string, string>();

  private constructor(
    readonly application: TestApplication,
    readonly room: Room,
    readonly guests: Readonly<Record<'aino' | 'veikko' | 'siiri' | 'lauri', Guest>>,
  ) {
    this.here = { evening: room.eveningId };
    this.own = { organisation: room.organisationId };
  }

  static async set(application: TestApplication): Promise<Stage> {
    const room = await Room.open(application);
    // Without an address no code is asked for.
    const guest = (sector: 'association' | 'municipality' | 'company' | 'parish') =>
      room.guest(sector, { email: null, association_may_see: true });
    return new Stage(application, room, {
      aino: await guest('association'),
      veikko: await guest('municipality'),
      siiri: await guest('company'),
      lauri: await guest('parish'),
    });
  }

  get fixtures() {
    return this.room.fixtures;
  }

  /** Somebody new each time, whose requests nobody has counted yet; and so are the next two. */
  async member(role: 'organiser' | 'helper' | 'access-host'): Promise<Browser> {
    return (await this.fixtures.member(this.room.organisationId, [role])).browser;
  }

  async device(role: 'door' | 'host'): Promise<Browser> {
    return (await this.fixtures.device(this.room.eveningId, role)).browser;
  }

  async newcomer() {
    const { eveningId } = this.room;
    const id = await this.fixtures.registration(eveningId, { email: null });
    return { browser: await this.fixtures.attendee(eveningId, id), params: { registration: id } };
  }

  keep(name: string, find: (body: Reply['body']) => string): (reply: Reply) => void {
    return ({ body }) => this.known.set(name, find(body));
  }

  recall(name: string): string {
    const value = this.known.get(name);
    if (value === undefined) throw new Error(`Nothing was kept as ${name}`);
    return value;
  }

  /** The phone of a guest. */
  as(name: keyof Stage['guests'], more: Params = {}) {
    const { id, phone } = this.guests[name];
    return { browser: phone, params: { registration: id, ...more } };
  }
}
