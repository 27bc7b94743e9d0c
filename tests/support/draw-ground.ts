import { newId } from '@hillo/server/platform/clock';
import type { Browser } from './browser-session.js';
import type { Fixtures } from './fixtures.js';

/** People with cards, put straight into tables: the ground under tests of the draw. */
export class DrawGround {
  constructor(
    private readonly fixtures: Fixtures,
    readonly eveningId: string,
  ) {}

  /** Two prizes, set by whoever is given. */
  async prizes(browser: Browser): Promise<void> {
    await browser.put(`/api/evenings/${this.eveningId}/prizes`, {
      prizes: [{ kind: 'use-of-space', words: 'Kylätalon sali neljäksi tunniksi' }, { kind: 'visit' }],
    });
  }

  /** Somebody checked in and opted in with a full row, unless said otherwise; the registration's id. */
  async player(columns: Readonly<Record<string, unknown>> = {}, hasRow = true): Promise<string> {
    const { id } = await this.playerWithCard(columns, hasRow);
    return id;
  }

  /** As `player`, with two squares of the middle row filled and none else. */
  async playerOneSquareShort(): Promise<string> {
    const { id, cardId } = await this.playerWithCard({}, false);
    for (const square of [3, 4])
      await this.fixtures.insert('marks', {
        card_id: cardId,
        square,
        marked_at: this.fixtures.application.clock.now(),
        marked_by: 'test',
      });
    return id;
  }

  private async playerWithCard(columns: Readonly<Record<string, unknown>>, hasRow: boolean) {
    const now = this.fixtures.application.clock.now();
    const id = await this.fixtures.registration(this.eveningId, {
      checked_in_at: now,
      draw_opt_in: true,
      ...columns,
    });
    const cardId = newId();
    await this.fixtures.insert('cards', {
      id: cardId,
      evening_id: this.eveningId,
      registration_id: id,
      issued_at: now,
      ticket_since: hasRow ? now : null,
    });
    return { id, cardId };
  }
}
