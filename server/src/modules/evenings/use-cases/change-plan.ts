import { Inject, Injectable } from '@nestjs/common';
import type { eveningsApi } from '@hillo/contracts/evenings';
import type { Parsed } from '@hillo/contracts/endpoint';
import { type EveningPlan, type RegistrationWindow } from '@hillo/domain/evenings';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import type { Operation } from '../../../platform/database/index.js';
import type { Evening } from '../data/evening-row.js';
import { ChangeEvening, type ChangedPlan } from './change-evening.js';
import { readHours, readOpenTime, type TimeProblem } from './plan-times.js';

type Changes = Parsed<(typeof eveningsApi)['PATCH /api/evenings/:evening']>['body'];
type Window = NonNullable<Changes['registration']>;

function readWindow(
  window: Window,
  timeZone: string,
): Outcome<RegistrationWindow, TimeProblem | 'registration-times-wrong'> {
  const opensAt = readOpenTime('opensAt', window.opensAt, timeZone);
  if (!opensAt.ok) return opensAt;
  const closesAt = readOpenTime('closesAt', window.closesAt, timeZone);
  if (!closesAt.ok) return closesAt;
  if (opensAt.value && closesAt.value && closesAt.value <= opensAt.value)
    return fail('registration-times-wrong');
  return ok({ by: window.by, opensAt: opensAt.value, closesAt: closesAt.value });
}

/** The evening with the parts that were sent; a part that was not sent stays. */
function applied(changes: Changes, { plan, sideOverrides }: Evening) {
  const hours = changes.time ? readHours(changes.time, plan.timeZone) : ok({});
  if (!hours.ok) return hours;
  const window = changes.registration
    ? readWindow(changes.registration, plan.timeZone)
    : ok(plan.registration);
  if (!window.ok) return window;
  const next: EveningPlan = {
    ...plan,
    ...hours.value,
    theme: changes.theme ?? plan.theme,
    venue: { ...plan.venue, ...changes.venue, ...changes.accessibility },
    texts: changes.texts ?? plan.texts,
    capacity: changes.capacity === undefined ? plan.capacity : changes.capacity,
    registration: window.value,
  };
  return ok<ChangedPlan>({ plan: next, sideOverrides: changes.sideOverrides ?? sideOverrides });
}

/** Changes parts of the plan. */
@Injectable()
export class ChangePlan {
  constructor(@Inject(ChangeEvening) private readonly change: ChangeEvening) {}

  run(id: string, changes: Changes, operation: Operation, locale: Locale) {
    return this.change.run(id, (evening) => applied(changes, evening), changes.tell, operation, locale);
  }
}
