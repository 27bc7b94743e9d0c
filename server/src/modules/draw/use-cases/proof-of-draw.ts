import { Inject, Injectable } from '@nestjs/common';
import { type DrawProof, makeProof } from '@hillo/draw';
import { secretIsPublic } from '@hillo/domain/draw';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { DrawRepository } from '../data/draw-repository.js';
import { drawCrypto } from './draw-crypto.js';

/** Everything that anybody needs to check an ended draw; it names nobody. */
@Injectable()
export class ProofOfDraw {
  constructor(@Inject(DrawRepository) private readonly draws: DrawRepository) {}

  async read(drawId: string): Promise<Outcome<Mutable<DrawProof>, 'not-found' | 'draw-without-proof'>> {
    const draw = await this.draws.byId(drawId);
    // A draw that is still open is not told apart from one that never was.
    if (!draw || !secretIsPublic(draw.state)) return fail('not-found');
    const { secret, tickets, prizes, publicNumber } = draw;
    if (!tickets || !prizes || publicNumber === null) return fail('draw-without-proof');
    const proof = await makeProof(drawCrypto, {
      drawId,
      secret,
      tickets,
      prizes: prizes.length,
      publicNumber,
    });
    return ok({ ...proof, tickets: [...proof.tickets], order: [...proof.order] });
  }
}

type Mutable<Proof> = {
  -readonly [Key in keyof Proof]: Proof[Key] extends readonly string[] ? string[] : Proof[Key];
};
