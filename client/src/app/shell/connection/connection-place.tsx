import { lazy, Suspense } from 'react';
import type { Scope } from '../../../lib/offline/outbox/entry.js';
import { usePainted } from '../../../ui/layout/use-painted.js';
import { ErrorBoundary } from '../error-boundary.js';
import styles from './connection-place.module.css';

const ConnectionLine = lazy(async () => ({ default: (await import('./connection-line.js')).ConnectionLine }));

/** Room for the line of the connection; what fills it is fetched when the page stands, and the page does without it. */
export function ConnectionPlace(props: { scope: Scope; listHref: string }) {
  const painted = usePainted();
  return (
    <div className={styles.place}>
      {painted ? (
        <ErrorBoundary resetKey={props.scope} renderFailure={() => null}>
          <Suspense fallback={null}>
            <ConnectionLine {...props} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </div>
  );
}
