import { lazy, Suspense } from 'react';
import type { Scope } from '../../../lib/offline/outbox/entry.js';
import type { ShellName } from '../../../worker/release.js';
import { usePainted } from '../../../ui/layout/use-painted.js';
import { ErrorBoundary } from '../error-boundary.js';
import styles from './connection-place.module.css';

const ConnectionLine = lazy(async () => ({ default: (await import('./connection-line.js')).ConnectionLine }));

export interface ConnectionProps {
  /** Which pages are kept on this phone. */
  shell: ShellName;
  /** Whose entries are counted. */
  scope: Scope;
  /** Where the refused ones are explained. */
  listHref: string;
  /** Somebody is in the middle of something: a later release is not offered now. */
  isBusy?: boolean;
}

/** Room for the line of the connection; what fills it is fetched when the page stands, and the page does without it. */
export function ConnectionPlace(props: ConnectionProps) {
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
