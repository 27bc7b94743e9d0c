import { languageTag } from '@hillo/domain/shared';
import type { PageSubject } from './readable-evening.js';

const SCHEMA = 'https://schema.org';

/** `schema.org/Event` for search engines and calendars that read pages. */
export function schemaOrgEvent({ evening, name, theme, url, image, locale }: PageSubject) {
  const { plan } = evening;
  const { name: place, address } = plan.venue;
  return {
    '@context': SCHEMA,
    '@type': 'Event',
    '@id': url,
    name,
    about: theme,
    description: plan.texts.description === '' ? theme : plan.texts.description,
    url,
    image: [image],
    inLanguage: languageTag(locale),
    startDate: plan.startsAt.toISOString(),
    endDate: plan.endsAt.toISOString(),
    eventStatus: `${SCHEMA}/${evening.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${SCHEMA}/OfflineEventAttendanceMode`,
    isAccessibleForFree: true,
    location: {
      '@type': 'Place',
      name: place,
      ...(address === '' ? {} : { address }),
    },
    organizer: { '@type': 'Organization', name: evening.organisation.name },
    ...(plan.capacity === null ? {} : { maximumAttendeeCapacity: plan.capacity }),
  };
}
