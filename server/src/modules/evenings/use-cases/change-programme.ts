import { Inject, Injectable } from '@nestjs/common';
import type { eveningsApi } from '@hillo/contracts/evenings';
import type { Parsed } from '@hillo/contracts/endpoint';
import { checkBlock, type ProgrammeBlock } from '@hillo/domain/evenings';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { newId } from '../../../platform/clock/index.js';
import type { Operation } from '../../../platform/database/index.js';
import type { Evening } from '../data/evening-row.js';
import { ChangeEvening } from './change-evening.js';
import { readOpenTime } from './plan-times.js';

type Sent = Parsed<(typeof eveningsApi)['PUT /api/evenings/:evening/programme']>['body'];

function applied(blocks: Sent['blocks'], { plan, sideOverrides }: Evening) {
  const known = new Set(plan.programme.map((block) => block.id));
  const programme: ProgrammeBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    const startsAt = readOpenTime(`blocks/${index}/startsAt`, block.startsAt, plan.timeZone);
    if (!startsAt.ok) return startsAt;
    const endsAt = readOpenTime(`blocks/${index}/endsAt`, block.endsAt, plan.timeZone);
    if (!endsAt.ok) return endsAt;
    // An id from elsewhere names nothing here: a block that was not in this programme is a new one.
    const id = known.delete(block.id) ? block.id : newId();
    const checked = checkBlock({ ...block, id, startsAt: startsAt.value, endsAt: endsAt.value });
    if (!checked.ok) return fail('programme-times-wrong', { block: index, reason: checked.code });
    programme.push(checked.value);
  }
  return ok({ plan: { ...plan, programme }, sideOverrides });
}

/** Replaces the programme; blocks may be added at any time and are tentative until confirmed (S39). */
@Injectable()
export class ChangeProgramme {
  constructor(@Inject(ChangeEvening) private readonly change: ChangeEvening) {}

  run(id: string, sent: Sent, operation: Operation, locale: Locale) {
    return this.change.run(id, (evening) => applied(sent.blocks, evening), sent.tell, operation, locale);
  }
}
