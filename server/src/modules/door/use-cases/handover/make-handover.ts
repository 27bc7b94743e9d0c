import { Inject, Injectable } from '@nestjs/common';
import type { doorApi } from '@hillo/contracts/door';
import { fail, ok } from '@hillo/domain/shared';
import { CONFIG, type Config } from '../../../../config/index.js';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { Operations, type Transaction } from '../../../../platform/database/index.js';
import type { CallOf } from '../../../../platform/http/index.js';
import { DerivedTokens } from '../../../../platform/tokens/index.js';
import { Registrations } from '../../../registration/index.js';
import { HandoverRepository } from '../../data/handover-repository.js';

type MakeCall = CallOf<typeof doorApi, 'POST /api/evenings/:evening/door/handovers'>;

const HANDOVER_MS = 10 * 60_000;

/** Makes a one-time link to the own page for somebody at the door who lost theirs, or just walked in (product rule 14). */
@Injectable()
export class MakeHandover {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(HandoverRepository) private readonly handovers: HandoverRepository,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(call: MakeCall) {
    return this.operations.once(
      call.operation,
      (db) => this.insert(db, call),
      (id) => this.show(id),
    );
  }

  private async insert(db: Transaction, { params, body }: MakeCall) {
    const person = await this.registrations.byId(params.evening, body.registrationId, db);
    // A child has no page of its own (product rule 6).
    if (!person || person.kind === 'child' || person.state === 'cancelled') return fail('not-found');
    const id = newId();
    const createdAt = this.clock.now();
    await this.handovers.insert(db, {
      id,
      registrationId: person.id,
      tokenHash: this.tokens.deriveHash('handover', id, 1),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + HANDOVER_MS),
    });
    return ok({ id });
  }

  /** Derived anew for a repeated request: the token is not stored. */
  private async show(id: string) {
    const handover = await this.handovers.byId(id);
    if (!handover) return fail('not-found');
    const url = `${this.config.PUBLIC_URL}/h/${this.tokens.derive('handover', id, 1)}`;
    return ok({ url, expiresAt: handover.expiresAt.toISOString() });
  }
}
