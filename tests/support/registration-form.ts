import { CONSENT_TEXT_VERSION } from '@hillo/domain/registration';

/** The public form, filled in by an invented person. */
export function registrationForm(over: Readonly<Record<string, unknown>> = {}) {
  return {
    firstName: 'Aino',
    lastName: 'Esimerkki',
    email: 'aino.esimerkki@example.org',
    sector: 'association',
    affiliation: 'Esimerkkiyhdistys ry',
    locale: 'fi',
    consents: ['privacy-notice'],
    textVersion: CONSENT_TEXT_VERSION,
    ...over,
  };
}
