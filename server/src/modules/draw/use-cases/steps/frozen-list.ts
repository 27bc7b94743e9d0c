import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { sortTickets, ticketFromDigest } from '@hillo/draw';
import { Randomness } from '../../../../platform/clock/index.js';
import type { Transaction } from '../../../../platform/database/index.js';
import { Tickets } from '../../../bingo/index.js';
import type { Draw } from '../../data/draw-repository.js';
import { TicketRepository } from '../../data/ticket-repository.js';
import { Entrants } from '../entrants.js';

interface Pseudonyms {
  readonly key: Uint8Array;
  readonly tickets: readonly { readonly registrationId: string; readonly ticket: string }[];
}

/** Makes and stores the list of a draw: everybody who is in at the moment of the freeze, as pseudonyms (`draw/1`, step 2). */
@Injectable()
export class FrozenList {
  constructor(
    @Inject(Tickets) private readonly tickets: Tickets,
    @Inject(Entrants) private readonly entrants: Entrants,
    @Inject(TicketRepository) private readonly rows: TicketRepository,
    @Inject(Randomness) private readonly randomness: Randomness,
  ) {}

  /** The key of the pseudonyms and the tickets, sorted. */
  async make(db: Transaction, draw: Draw) {
    const holders = await this.tickets.freeze(db, draw.eveningId);
    const ids = await this.entrants.among(holders, draw.eveningId, db);
    const firstKey = Buffer.from(draw.ticketKey, 'hex');
    const { key, tickets } = makeTickets(ids, firstKey, () => this.randomness.bytes(32));
    await this.rows.insert(db, draw.id, tickets);
    return { key, tickets: sortTickets(tickets.map(({ ticket }) => ticket)) };
  }
}

/** The pseudonym of each; two alike give the whole draw another key. */
function makeTickets(ids: readonly string[], firstKey: Uint8Array, nextKey: () => Uint8Array): Pseudonyms {
  for (let key = firstKey; ; key = nextKey()) {
    const tickets = ids.map((registrationId) => ({
      registrationId,
      ticket: ticketFromDigest(createHmac('sha256', key).update(registrationId).digest()),
    }));
    if (new Set(tickets.map(({ ticket }) => ticket)).size === ids.length) return { key, tickets };
  }
}
