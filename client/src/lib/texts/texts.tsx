import { type Dates, dates, type Text, translator } from '@hillo/i18n';
import type { Bundle } from '@hillo/i18n/load';
import type { Locale } from '@hillo/domain/shared';
import {
  createContext,
  type ReactNode,
  use,
  useContext,
  useEffect,
  useMemo,
  useState,
  useTransition,
} from 'react';
import { fetchBundle } from './bundles.js';
import { currentLocale, showLocale, storeLocale } from './locale.js';

interface Texts {
  readonly locale: Locale;
  readonly text: Text;
  readonly dates: Dates;
}
interface Language {
  readonly locale: Locale;
  readonly isChanging: boolean;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language | undefined>(undefined);
const TextsContext = createContext<Texts | undefined>(undefined);

/** Which language is read; stands once around the application. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(currentLocale);
  const [isChanging, startChange] = useTransition();
  useEffect(() => showLocale(locale), [locale]);
  const language = useMemo<Language>(
    () => ({
      locale,
      isChanging,
      choose: (chosen) => {
        storeLocale(chosen);
        startChange(() => setLocale(chosen));
      },
    }),
    [locale, isChanging],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** Loads a shell's texts (suspends until they are there) and gives them to what is inside. */
export function TextsProvider({
  bundle,
  timeZone,
  children,
}: {
  bundle: Bundle;
  timeZone?: string;
  children: ReactNode;
}) {
  const { locale } = useLanguage();
  const messages = use(fetchBundle(locale, bundle));
  const texts = useMemo<Texts>(
    () => ({ locale, text: translator(locale, messages), dates: dates(locale, timeZone) }),
    [locale, messages, timeZone],
  );
  return <TextsContext value={texts}>{children}</TextsContext>;
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage stands inside a LanguageProvider');
  return language;
}

/** `const text = useText(); text('app.loading')` */
export function useText(): Text {
  return useTexts().text;
}

/** Dates, times and numbers in the reader's way and in the time zone of the evening. */
export function useDates(): Dates {
  return useTexts().dates;
}

function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('texts are read inside a TextsProvider');
  return texts;
}
