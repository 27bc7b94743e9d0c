import { readFileSync } from 'node:fs';
import type { TextLocale } from './locales.js';
import type { Messages } from './translator.js';

/** Every text of a locale, mails, documents and problem texts among them. Reads a file: keep what it gives. */
export function serverMessages(locale: TextLocale): Messages {
  return JSON.parse(
    readFileSync(new URL(`./bundles/${locale}/server.json`, import.meta.url), 'utf8'),
  ) as Messages;
}
