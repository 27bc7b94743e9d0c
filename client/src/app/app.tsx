import '../ui/theme/layers.css';
import '../ui/theme/colours.css';
import '../ui/theme/sizes.css';
import '../ui/theme/base.css';
import '../ui/theme/print.css';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { type MouseEvent, type ReactNode, StrictMode, Suspense, useEffect, useRef } from 'react';
import type { Locale } from '@hillo/domain/shared';
import { createQueryClient } from '../lib/http/query-client.js';
import { Router, useLocation, useNavigate } from '../lib/router/router.js';
import { LanguageProvider, useLanguage } from '../lib/texts/texts.js';
import { PatientFallback } from '../ui/feedback/patient-fallback.js';
import { AppRoutes } from './routes/app-routes.js';
import { destinationOf } from './shell/app-links.js';
import { BootFailure, BootWaiting } from './shell/boot-page.js';
import type { BootWords } from './shell/boot-words.js';
import { ErrorBoundary } from './shell/error-boundary.js';

type BootWordsOf = (locale: Locale) => BootWords;

/** No state of a component: React forgets what it made while the first page waits for its answers. */
const queryClient = createQueryClient();

export function App({ bootWords }: { bootWords: BootWordsOf }) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <ReadInNewLanguage />
          <Router>
            <AppLinks>
              <Boot words={bootWords}>
                <AppRoutes />
              </Boot>
            </AppLinks>
          </Router>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

/** Answers hold words in the reader's language too, such as themes: another language reads them anew. */
function ReadInNewLanguage() {
  const client = useQueryClient();
  const { locale } = useLanguage();
  const read = useRef(locale);
  useEffect(() => {
    if (read.current === locale) return;
    read.current = locale;
    void client.invalidateQueries();
  }, [client, locale]);
  return null;
}

/** What is shown while, and if, the shell and its texts cannot be shown. */
function Boot({ words, children }: { words: BootWordsOf; children: ReactNode }) {
  const { locale } = useLanguage();
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKey={pathname} renderFailure={() => <BootFailure words={words(locale)} />}>
      <Suspense
        fallback={
          <PatientFallback>
            <BootWaiting words={words(locale)} />
          </PatientFallback>
        }
      >
        {children}
      </Suspense>
    </ErrorBoundary>
  );
}

/** Links are plain `<a href>` everywhere; a click on one of ours changes the page without loading it anew. */
function AppLinks({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    const destination = destinationOf(event, new URL(location.href));
    if (destination === undefined) return;
    event.preventDefault();
    navigate(destination);
  };
  // The click bubbles up from links, which answer to the keyboard too: the box itself is no control.
  return (
    <div role="presentation" style={{ minHeight: 'inherit' }} onClick={follow}>
      {children}
    </div>
  );
}
