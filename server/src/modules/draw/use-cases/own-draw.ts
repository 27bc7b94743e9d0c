import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { OwnDraw as OwnDrawView, OwnDrawPage, PrizeView } from '@hillo/contracts/draw';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Streams } from '../../../platform/realtime/index.js';
import { Evenings } from '../../evenings/index.js';
import { type Draw, DrawRepository } from '../data/draw-repository.js';
import { HandoverRepository } from '../data/handover-repository.js';
import { PrizeRepository } from '../data/prize-repository.js';
import { TicketRepository } from '../data/ticket-repository.js';
import { holdersOf, stepsOf, winnerOf } from './draw-view.js';
import { Entrants } from './entrants.js';

/** The draw on an attendee's page: in or out and why, the own ticket, names only of those who allowed it. */
@Injectable()
export class OwnDraw {
  constructor(
    @Inject(Streams) private readonly streams: Streams,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(PrizeRepository) private readonly prizes: PrizeRepository,
    @Inject(TicketRepository) private readonly tickets: TicketRepository,
    @Inject(HandoverRepository) private readonly handovers: HandoverRepository,
    @Inject(Entrants) private readonly entrants: Entrants,
  ) {}

  async read(
    actor: Actor,
    registrationId: string,
    locale: Locale,
  ): Promise<Outcome<OwnDrawPage, 'not-found'>> {
    if (actor.role !== 'attendee') return fail('not-found');
    const { eveningId } = actor;
    const rev = await this.streams.rev(`draw:${eveningId}`);
    const evening = await this.evenings.byId(eveningId);
    const entry = await this.entrants.of(eveningId, registrationId);
    if (!evening || !entry) return fail('not-found');
    const prizes = await this.prizes.ofEvening(eveningId);
    const latest = (await this.draws.ofEvening(eveningId)).at(-1);
    return ok({
      rev,
      evening: {
        id: evening.id,
        theme: this.evenings.nameOf(evening, locale),
        organiser: evening.organisation.name,
        startsAt: evening.plan.startsAt.toISOString(),
        endsAt: evening.plan.endsAt.toISOString(),
        timeZone: evening.plan.timeZone,
      },
      optedIn: entry.optedIn,
      obstacles: [...entry.obstacles],
      prizes,
      draw: latest ? await this.view(latest, registrationId, prizes) : null,
    });
  }

  private async view(draw: Draw, registrationId: string, prizes: readonly PrizeView[]): Promise<OwnDrawView> {
    const passes = await this.draws.passes([draw.id]);
    const holders = holdersOf(draw, passes.get(draw.id) ?? []);
    const people = await this.tickets.holders(
      [draw.id],
      holders.flatMap(({ ticket }) => ticket ?? []),
    );
    const ownTicket = await this.tickets.ofRegistration(draw.id, registrationId);
    const handedOver = await this.handovers.ofDraws([draw.id]);
    return {
      ...stepsOf(draw, prizes),
      ownTicket,
      ownPrizeHandedOverAt: handedOver.get(`${draw.id} ${ownTicket}`)?.at ?? null,
      winners: holders.map((holder) => {
        const person = people.find(({ ticket }) => ticket === holder.ticket);
        return { ...winnerOf(holder), person: person?.announcesOnStage ? person : null };
      }),
    };
  }
}
