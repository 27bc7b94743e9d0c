import type { Messages } from '@hillo/i18n';
import { type Bundle, loadBundle } from '@hillo/i18n/load';
import type { Locale } from '@hillo/domain/shared';

const bundles = new Map<string, Promise<Messages>>();

/** Fetches a bundle once; a failed fetch is forgotten, so that the next try asks again. */
export function fetchBundle(locale: Locale, bundle: Bundle): Promise<Messages> {
  const name = `${locale}/${bundle}`;
  const known = bundles.get(name) ?? loadBundle(locale, bundle);
  bundles.set(name, known);
  known.catch(() => bundles.delete(name));
  return known;
}
