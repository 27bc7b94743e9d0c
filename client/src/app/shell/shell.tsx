import { LOCALES, isLocale, languageTag } from '@hillo/domain/shared';
import type { ReactNode } from 'react';
import { useArriving, useLocation } from '../../lib/router/router.js';
import { useLanguage, useText } from '../../lib/texts/texts.js';
import { AnnouncerProvider } from '../../ui/feedback/announcer.js';
import { LanguageSwitcher } from '../../ui/layout/language-switcher.js';
import { SkipLink } from '../../ui/layout/skip-link.js';
import { ArrivingLine } from './arriving-line.js';
import { ComponentWords } from './component-words.js';
import { ErrorBoundary } from './error-boundary.js';
import { FailurePage } from './failure-page.js';
import styles from './shell.module.css';

interface ShellProps {
  /** What this audience's shell shows in the header after the language: who one is now. */
  header?: ReactNode;
  children: ReactNode;
}

/** The frame of every page but the big screen's: name, language, main, and a page for failures inside it. */
export function Shell({ header, children }: ShellProps) {
  const text = useText();
  const { locale, isChanging, choose } = useLanguage();
  const { pathname } = useLocation();
  const isArriving = useArriving();
  return (
    <ComponentWords>
      <AnnouncerProvider>
        <SkipLink target="main">{text('ui.skipToContent')}</SkipLink>
        <div className={styles.shell}>
          <header className={styles.header}>
            <a href="/" className={styles.name}>
              <img src="/icon.svg" alt="" width="32" height="32" />
              {text('app.name')}
            </a>
            <div className={styles.tools}>
              <LanguageSwitcher
                label={text('app.language')}
                value={locale}
                options={LOCALES.map((value) => ({
                  value,
                  tag: languageTag(value),
                  name: text(`app.languageNames.${value}`),
                }))}
                onChoose={(value) => isLocale(value) && choose(value)}
              />
              {header}
            </div>
          </header>
          <ArrivingLine />
          <main
            id="main"
            tabIndex={-1}
            className={styles.main}
            aria-busy={isChanging || isArriving || undefined}
          >
            <ErrorBoundary
              resetKey={pathname}
              renderFailure={(error, retry) => <FailurePage error={error} retry={retry} />}
            >
              {children}
            </ErrorBoundary>
          </main>
        </div>
      </AnnouncerProvider>
    </ComponentWords>
  );
}
