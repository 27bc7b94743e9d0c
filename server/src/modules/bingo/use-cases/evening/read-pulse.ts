import { Inject, Injectable } from '@nestjs/common';
import { sidesTooAlone } from '@hillo/domain/bingo';
import { type Sector, type Side, SIDES, sideOf } from '@hillo/domain/registration';
import { fail, ok } from '@hillo/domain/shared';
import { Streams } from '../../../../platform/realtime/index.js';
import { PromptRepository } from '../../data/prompt-repository.js';
import { PulseRepository } from '../../data/pulse-repository.js';

/** How the game goes, in counts, and which side meets too few people of other sides (product rules 2 and 15). */
@Injectable()
export class ReadPulse {
  constructor(
    @Inject(PulseRepository) private readonly pulse: PulseRepository,
    @Inject(PromptRepository) private readonly prompts: PromptRepository,
    @Inject(Streams) private readonly streams: Streams,
  ) {}

  async run(eveningId: string) {
    const rev = await this.streams.rev(`pulse:${eveningId}`);
    const counts = await this.pulse.ofEvening(eveningId);
    if (!counts) return fail('not-found');
    const prompts = await this.prompts.ofEvening(eveningId);
    const side = (sector: Sector) => sideOf(sector, counts.sideOverrides);
    const inRoom: Record<Side, number> = { public: 0, community: 0, business: 0 };
    for (const { sector, count } of counts.present ?? []) inRoom[side(sector)] += count;
    const met = counts.met ?? [];
    const sum = (groups: typeof met) => groups.reduce((total, { count }) => total + count, 0);
    const present = SIDES.reduce((total, each) => total + inRoom[each], 0);
    const short = sidesTooAlone(inRoom, prompts);
    const needed = prompts.filter(({ coloured }) => coloured).length;
    return ok({
      rev,
      present,
      players: counts.players,
      encounters: sum(met),
      crossSide: sum(met.filter(({ one, other }) => side(one) !== side(other))),
      marks: counts.marks,
      tickets: counts.tickets,
      sides: SIDES.map((each) => ({
        side: each,
        present: inRoom[each],
        others: present - inRoom[each],
        needed,
        short: short.some((shortage) => shortage.side === each),
      })),
    });
  }
}
