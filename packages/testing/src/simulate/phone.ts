import { PROTOCOL_VERSION } from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import type { InventedPerson } from '../people.js';
import { Device, type Habits, Refusal, type Traffic } from './device.js';

/** Refusals that belong to the game: two people act at once, or a square does not fit. */
const PLAYFUL = new Set([
  'square-filled',
  'other-side-needed',
  'already-on-card',
  'no-mark',
  'nothing-to-copy',
  'other-not-checked-in',
  'you-not-checked-in',
  'evening-not-running',
  'encounter-removed',
]);

/** One attendee's phone: page, socket, and what it remembers. */
export class Phone {
  readonly device: Device;
  registrationId = '';
  badge = '';
  /** Encounter ids by the other's number. */
  readonly met = new Map<number, string>();
  changesHeard = 0;
  private readonly isPatient: boolean;
  private socket: Socket | undefined;

  constructor(
    private readonly url: string,
    traffic: Traffic,
    habits: Habits,
    readonly person: InventedPerson,
  ) {
    this.device = new Device(url, traffic, habits);
    this.isPatient = habits.patience > 0;
  }

  private get me() {
    return { registration: this.registrationId };
  }

  /** Fills the form, opens the personal link and clicks its button. */
  async register(slug: string, textVersion: string): Promise<void> {
    const { person } = this;
    const registered = await this.device.call('POST /api/public/evenings/:slug/registrations', {
      params: { slug },
      body: {
        firstName: person.firstName,
        lastName: person.lastName,
        email: person.email,
        phone: person.phone,
        sector: person.sector,
        affiliation: person.affiliation ?? '',
        offers: person.offers,
        needs: person.needs,
        shareFields: ['email'],
        locale: 'fi',
        consents: ['privacy-notice', 'draw'],
        textVersion,
      },
    });
    this.badge = registered.party[0]?.badge?.split('/').pop() ?? '';
    const token = new URL(registered.personalLink).pathname.split('/').pop() ?? '';
    const { registrationId } = await this.device.call('POST /api/session/attendee', { body: { token } });
    this.registrationId = registrationId;
  }

  /** Watches the own stream as the page does, and again after each time that the connection was lost. */
  async connect(): Promise<void> {
    const socket = io(this.url, {
      transports: ['websocket'],
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie: this.device.cookieHeader },
    });
    this.socket = socket;
    socket.on('change', () => {
      this.changesHeard += 1;
    });
    const stream = `registration:${this.registrationId}`;
    await new Promise<void>((resolve, reject) => {
      const lost = this.isPatient ? ignored : reject;
      const watch = () => void socket.timeout(10_000).emitWithAck('watch', { stream }).then(resolve, lost);
      socket.on('connect', watch);
      // A server that says goodbye is called again; one that cannot be reached is, by the socket itself.
      socket.on('disconnect', (reason) => reason === 'io server disconnect' && socket.connect());
      socket.on('connect_error', (error) => (this.isPatient && socket.active ? undefined : reject(error)));
    });
  }

  disconnect(): void {
    this.socket?.disconnect();
  }

  /** Scans a badge and puts the person in a fitting square, `wish` counting round among those. */
  async scan(other: number, badge: string, wish: number): Promise<void> {
    await playfully(async () => {
      const scanned = await this.device.call('POST /api/me/:registration/encounters', {
        params: this.me,
        body: { who: { by: 'badge', token: badge } },
      });
      const encounter = scanned.encounter.id;
      this.met.set(other, encounter);
      const fitting = scanned.squares.filter(
        ({ verdict }) => verdict === 'fits' || verdict === 'fits-other-side',
      );
      const chosen = fitting[wish % Math.max(1, fitting.length)];
      if (!chosen) return;
      await this.device.call('POST /api/me/:registration/encounters/:encounter/mark', {
        params: { ...this.me, encounter },
        body: { square: chosen.square },
      });
    });
  }

  /** The encounter with somebody, also one that the other's scan made. */
  private async encounterWith(other: number, name: string): Promise<string | undefined> {
    const known = this.met.get(other);
    if (known) return known;
    const { encounters } = await this.device.call('GET /api/me/:registration/encounters', {
      params: this.me,
    });
    return encounters.find((encounter) => encounter.other.firstName === name && !encounter.scannedByMe)?.id;
  }

  async act(act: 'note' | 'same' | 'share' | 'take-back', other: number, name: string): Promise<void> {
    const encounter = await this.encounterWith(other, name);
    if (!encounter) return;
    const params = { ...this.me, encounter };
    await playfully(async () => {
      if (act === 'note')
        await this.device.call('PUT /api/me/:registration/encounters/:encounter/note', {
          params,
          body: {
            agreed: 'Sovimme tapaamisesta ensi viikolla',
            nextStep: 'Soitan maanantaina',
            owner: 'writer',
          },
        });
      if (act === 'same')
        await this.device.call('POST /api/me/:registration/encounters/:encounter/same-note', { params });
      if (act === 'share')
        await this.device.call('PUT /api/me/:registration/encounters/:encounter/sharing', {
          params,
          body: { fields: ['email'], audience: 'person' },
        });
      if (act === 'take-back')
        await this.device.call('DELETE /api/me/:registration/encounters/:encounter/mark', { params });
    });
  }
}

/** Lost with its connection; the next one watches again. */
function ignored(): void {}

async function playfully(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal) || !PLAYFUL.has(error.code)) throw error;
  }
}
