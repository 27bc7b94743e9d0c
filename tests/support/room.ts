import type { Sector } from '@hillo/domain/registration';
import { spokenCodeOf } from '@hillo/domain/door';
import { AttendanceListeners } from '@hillo/server/modules/registration';
import { DerivedTokens } from '@hillo/server/platform/tokens';
import type { TestApplication } from './application.js';
import type { Browser } from './browser-session.js';
import { Fixtures } from './fixtures.js';

/** Somebody who came in: phone in hand, card issued. */
export interface Guest {
  readonly id: string;
  readonly badge: string;
  readonly code: string;
  readonly phone: Browser;
}

/** A running evening with people in the room, whose cards were issued as the door does. */
export class Room {
  private serial = 0;

  private constructor(
    readonly application: TestApplication,
    readonly fixtures: Fixtures,
    readonly organisationId: string,
    readonly eveningId: string,
  ) {}

  static async open(application: TestApplication): Promise<Room> {
    const fixtures = new Fixtures(application);
    const organisationId = await fixtures.organisation();
    const eveningId = await fixtures.evening(organisationId, { state: 'running' });
    return new Room(application, fixtures, organisationId, eveningId);
  }

  /** Another running evening of the same organisation. */
  async another(columns: Readonly<Record<string, unknown>> = {}): Promise<Room> {
    const eveningId = await this.fixtures.evening(this.organisationId, { state: 'running', ...columns });
    return new Room(this.application, this.fixtures, this.organisationId, eveningId);
  }

  async guest(
    sector: Sector = 'association',
    columns: Readonly<Record<string, unknown>> = {},
  ): Promise<Guest> {
    const code = spokenCodeOf(++this.serial);
    const id = await this.fixtures.registration(this.eveningId, { sector, spoken_code: code, ...columns });
    await this.checkIn(id);
    return this.guestOf(id, code);
  }

  /** Registered, and not in the room. */
  async absent(columns: Readonly<Record<string, unknown>> = {}): Promise<Guest> {
    const code = spokenCodeOf(++this.serial);
    const id = await this.fixtures.registration(this.eveningId, { spoken_code: code, ...columns });
    return this.guestOf(id, code);
  }

  async checkIn(id: string): Promise<void> {
    const { db, clock, transactions, nest } = this.application;
    await db.execute('UPDATE registrations SET checked_in_at = $2 WHERE id = $1', [id, clock.now()]);
    await transactions.run((tx) => nest.get(AttendanceListeners).checkedIn(tx, id));
  }

  async undoCheckIn(id: string): Promise<void> {
    const { db, transactions, nest } = this.application;
    await db.execute('UPDATE registrations SET checked_in_at = NULL WHERE id = $1', [id]);
    await transactions.run((tx) => nest.get(AttendanceListeners).undone(tx, id));
  }

  private async guestOf(id: string, code: string): Promise<Guest> {
    const badge = this.application.nest.get(DerivedTokens).derive('badge', id, 1);
    return { id, badge, code, phone: await this.fixtures.attendee(this.eveningId, id) };
  }
}

/** `me` scans the badge of `other`, and asks for a square perhaps. */
export function scan(me: Guest, other: Pick<Guest, 'badge'>, square?: number) {
  const body = { who: { by: 'badge', token: other.badge }, ...(square === undefined ? {} : { square }) };
  return me.phone.post(`/api/me/${me.id}/encounters`, body);
}
