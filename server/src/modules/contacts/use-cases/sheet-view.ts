import type { ContactRowView } from '@hillo/contracts/contacts';
import type { ContactRow } from '@hillo/domain/contacts';
import type { Locale } from '@hillo/domain/shared';
import type { Evening, Evenings } from '../../evenings/index.js';

export function rowView({ metAt, ...row }: ContactRow): ContactRowView {
  return { ...row, metAt: metAt.toISOString() };
}

/** What a sheet tells of its evening. */
export function eveningView(evenings: Evenings, evening: Evening, locale: Locale) {
  return {
    id: evening.id,
    theme: evenings.nameOf(evening, locale),
    startsAt: evening.plan.startsAt.toISOString(),
    timeZone: evening.plan.timeZone,
  };
}

/** The instant from which times of keeping are counted. */
export function endOf(evening: Evening): Date {
  return evening.closedAt ?? evening.plan.endsAt;
}
