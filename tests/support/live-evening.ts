import { spokenCodeOf } from '@hillo/domain/door';
import type { BrowserContext } from '@playwright/test';
import type { GrantFixture } from './fixtures.js';
import type { Browser } from './browser-session.js';
import type { Hillo } from './e2e.js';

const HOUR = 3_600_000;

export interface Guest {
  readonly id: string;
  readonly name: string;
  /** The spoken code of the badge. */
  readonly code: string;
  readonly personalPath: string;
  readonly badgePath: string;
  /** The phone as a program holds it; `grant` gives it to a browser. */
  readonly phone: Browser;
  readonly grant: GrantFixture;
}

/** An evening that is on just now, with a door that lets people in as it does in the page. */
export class LiveEvening {
  private serial = 0;

  private constructor(
    private readonly hillo: Hillo,
    readonly organisation: string,
    readonly id: string,
    private readonly door: Browser,
  ) {}

  static async open(hillo: Hillo, columns: Readonly<Record<string, unknown>> = {}): Promise<LiveEvening> {
    const { fixtures } = hillo;
    const organisation = await fixtures.organisation();
    const id = await fixtures.evening(organisation, {
      theme: 'Lapset ja perheet',
      starts_at: new Date(Date.now() - HOUR),
      ends_at: new Date(Date.now() + 3 * HOUR),
      ...columns,
    });
    return new LiveEvening(hillo, organisation, id, (await fixtures.device(id, 'door')).browser);
  }

  /** Registered, and not in the room yet. */
  async registered(name: string, columns: Readonly<Record<string, unknown>> = {}): Promise<Guest> {
    const { fixtures, tokens } = this.hillo;
    const code = spokenCodeOf(52_000 + ++this.serial);
    const id = await fixtures.registration(this.id, { first_name: name, spoken_code: code, ...columns });
    return {
      id,
      name,
      code,
      personalPath: `/p/${tokens.derive('personal', id, 1)}`,
      badgePath: `/b/${tokens.derive('badge', id, 1)}`,
      phone: await fixtures.attendee(this.id, id),
      grant: { kind: 'attendee', subjectId: id, eveningId: this.id, role: null },
    };
  }

  /** Checked in at the door: the card is issued. */
  async guest(name: string, columns: Readonly<Record<string, unknown>> = {}): Promise<Guest> {
    const guest = await this.registered(name, columns);
    const who = { by: 'registration', id: guest.id };
    await this.door.post(`/api/evenings/${this.id}/door/check-ins`, { who, admit: null });
    return guest;
  }

  /** A grant of a member of the organisation. */
  async member(...roles: Parameters<Hillo['fixtures']['member']>[1]): Promise<GrantFixture> {
    const { accountId } = await this.hillo.fixtures.member(this.organisation, roles);
    return { kind: 'account', subjectId: accountId, eveningId: null, role: null };
  }

  /** A grant of a crew device of the evening. */
  async device(role: 'door' | 'host'): Promise<GrantFixture> {
    const { deviceId } = await this.hillo.fixtures.device(this.id, role);
    return { kind: 'device', subjectId: deviceId, eveningId: this.id, role };
  }

  async signIn(context: BrowserContext, grant: GrantFixture): Promise<void> {
    await this.hillo.signIn(context, grant);
  }
}
