import { Injectable } from '@nestjs/common';
import { LOCALES, type Locale } from '@hillo/domain/shared';
import { looseTranslator } from '@hillo/i18n';
import { serverMessages } from '@hillo/i18n/server';

type Translate = ReturnType<typeof looseTranslator>;

/** Sentences for people by key: problems, mails, documents, public pages. */
@Injectable()
export class Texts {
  private readonly translators = new Map<Locale, Translate>(
    LOCALES.map((locale) => [locale, looseTranslator(locale, serverMessages(locale))]),
  );

  /** A key without a text comes back as itself, so that the hole is seen. */
  text(locale: Locale, key: string, values?: Readonly<Record<string, string | number | boolean>>): string {
    const translate = this.translators.get(locale);
    return translate ? translate(key, values) : key;
  }
}
