import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ShownDraw } from '@hillo/contracts/draw';
import { z } from 'zod';
import { CONFIG, type Config } from '../../../config/index.js';
import { TaggedAnswer } from '../../../platform/http/index.js';
import { Streams } from '../../../platform/realtime/index.js';
import { type Draw, DrawRepository } from '../data/draw-repository.js';
import { PrizeRepository } from '../data/prize-repository.js';
import { TicketRepository } from '../data/ticket-repository.js';
import { holdersOf, stepsOf, winnerOf } from './draw-view.js';
import { CALLS_TOLD } from './steps/tell-calls.js';

const toldCalls = z.object({ drawId: z.string(), calls: z.string() });

/** The draw on the big screen: what everybody may know, and names only of winners who allowed it (product rule 7). */
@Injectable()
export class ShowDraw {
  constructor(
    @Inject(Streams) private readonly streams: Streams,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(PrizeRepository) private readonly prizes: PrizeRepository,
    @Inject(TicketRepository) private readonly tickets: TicketRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async answer(eveningId: string): Promise<TaggedAnswer> {
    const shown = await this.read(eveningId);
    const tag = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
    return new TaggedAnswer(shown, `draw-${tag}`);
  }

  private async read(eveningId: string): Promise<ShownDraw> {
    const rev = await this.streams.rev(`draw:${eveningId}`);
    const prizes = await this.prizes.ofEvening(eveningId);
    const latest = (await this.draws.ofEvening(eveningId)).at(-1);
    return {
      rev,
      prizes,
      verify: `${this.config.PUBLIC_URL}/verify`,
      draw: latest
        ? { ...stepsOf(latest, prizes), calls: await this.calls(latest), winners: await this.winners(latest) }
        : null,
    };
  }

  private async calls({ id, eveningId, state, publicNumber }: Draw): Promise<string[]> {
    if (publicNumber !== null) return publicNumber.match(/\d{4}/g)?.slice(0, 3) ?? [];
    if (state !== 'frozen') return [];
    const told = toldCalls.safeParse((await this.streams.latest(`draw:${eveningId}`, CALLS_TOLD))?.payload);
    return told.success && told.data.drawId === id ? told.data.calls.split(',') : [];
  }

  private async winners(draw: Draw) {
    const passes = await this.draws.passes([draw.id]);
    const holders = holdersOf(draw, passes.get(draw.id) ?? []);
    const people = await this.tickets.holders(
      [draw.id],
      holders.flatMap(({ ticket }) => ticket ?? []),
    );
    return holders.map((holder) => {
      const person = people.find(({ ticket }) => ticket === holder.ticket);
      return { ...winnerOf(holder), person: person?.announcesOnStage ? person : null };
    });
  }
}
