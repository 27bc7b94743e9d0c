import { Suspense } from 'react';
import { StageScreen } from '../../features/stage/screen/stage-screen.js';
import { type Route, Routes } from '../../lib/router/routes.js';
import { useLocation } from '../../lib/router/router.js';
import { AnnouncerProvider } from '../../ui/feedback/announcer.js';
import { ComponentWords } from '../shell/component-words.js';
import { ErrorBoundary } from '../shell/error-boundary.js';
import { FailurePage } from '../shell/failure-page.js';
import { PageWaiting } from '../shell/page-waiting.js';
import shell from '../shell/shell.module.css';

const routes: readonly Route[] = [{ path: '/stage/:evening', Screen: StageScreen }];

/** The big screen: nothing stands around it. */
export function StageRoutes() {
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
          <Suspense fallback={<PageWaiting />}>
            <Routes routes={routes} />
          </Suspense>
        </ErrorBoundary>
      </AnnouncerProvider>
    </ComponentWords>
  );
}
