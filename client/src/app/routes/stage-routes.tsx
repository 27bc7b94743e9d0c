import { Suspense } from 'react';
import { StageScreen } from '../../features/stage/screen/stage-screen.js';
import { type Route, Routes } from '../../lib/router/routes.js';
import { useLocation } from '../../lib/router/router.js';
import { useText } from '../../lib/texts/texts.js';
import { AnnouncerProvider } from '../../ui/feedback/announcer.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import { ComponentWords } from '../shell/component-words.js';
import { ErrorBoundary } from '../shell/error-boundary.js';
import { FailurePage } from '../shell/failure-page.js';
import shell from '../shell/shell.module.css';

const routes: readonly Route[] = [{ path: '/stage/:evening', Screen: StageScreen }];

/** The big screen: nothing stands around it. */
export function StageRoutes() {
  const text = useText();
  const { pathname } = useLocation();
  return (
    <ComponentWords>
      <AnnouncerProvider>
        <ErrorBoundary
          resetKey={pathname}
          renderFailure={(error, retry) => (
            <main className={shell.main}>
              <FailurePage error={error} retry={retry} />
            </main>
          )}
        >
          <Suspense fallback={<Spinner words={text('app.loading')} />}>
            <Routes routes={routes} />
          </Suspense>
        </ErrorBoundary>
      </AnnouncerProvider>
    </ComponentWords>
  );
}
