import { Inject, Injectable } from '@nestjs/common';
import type { DeskDraw, DrawDesk as Desk, PrizeView } from '@hillo/contracts/draw';
import type { Locale, Outcome } from '@hillo/domain/shared';
import { fail, ok } from '@hillo/domain/shared';
import { Streams } from '../../../platform/realtime/index.js';
import { Evenings } from '../../evenings/index.js';
import { DrawRepository } from '../data/draw-repository.js';
import { HandoverRepository } from '../data/handover-repository.js';
import { PrizeRepository } from '../data/prize-repository.js';
import { TicketRepository } from '../data/ticket-repository.js';
import { holdersOf, stepsOf, winnerOf } from './draw-view.js';
import { Entrants } from './entrants.js';

/** The draw as organiser and host see it; any of them may go on where another left it. */
@Injectable()
export class DrawDesk {
  constructor(
    @Inject(Streams) private readonly streams: Streams,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(PrizeRepository) private readonly prizes: PrizeRepository,
    @Inject(TicketRepository) private readonly tickets: TicketRepository,
    @Inject(HandoverRepository) private readonly handovers: HandoverRepository,
    @Inject(Entrants) private readonly entrants: Entrants,
  ) {}

  async read(eveningId: string, locale: Locale): Promise<Outcome<Desk, 'not-found'>> {
    const rev = await this.streams.rev(`draw:${eveningId}`);
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const prizes = await this.prizes.ofEvening(eveningId);
    return ok({
      rev,
      evening: {
        id: evening.id,
        theme: this.evenings.nameOf(evening, locale),
        isRunning: evening.state === 'running',
        timeZone: evening.plan.timeZone,
      },
      prizes,
      ...(await this.entrants.count(eveningId)),
      draws: await this.views(eveningId, prizes),
    });
  }

  private async views(eveningId: string, prizes: readonly PrizeView[]): Promise<DeskDraw[]> {
    const draws = (await this.draws.ofEvening(eveningId)).toReversed();
    const ids = draws.map(({ id }) => id);
    const passes = await this.draws.passes(ids);
    const held = new Map(draws.map((draw) => [draw.id, holdersOf(draw, passes.get(draw.id) ?? [])]));
    const winning = [...held.values()].flat().flatMap(({ ticket }) => ticket ?? []);
    const people = await this.tickets.holders(ids, winning);
    const handedOver = await this.handovers.ofDraws(ids);
    return draws.map((draw) => ({
      ...stepsOf(draw, prizes),
      winners: (held.get(draw.id) ?? []).map((holder) => ({
        ...winnerOf(holder),
        person: people.find(({ drawId, ticket }) => drawId === draw.id && ticket === holder.ticket) ?? null,
        handedOver: handedOver.get(`${draw.id} ${holder.ticket}`) ?? null,
      })),
    }));
  }
}
