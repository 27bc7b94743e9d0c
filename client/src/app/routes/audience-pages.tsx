import { type ReactNode, Suspense } from 'react';
import { IdentitySwitcher } from '../../features/accounts/components/identity/identity-switcher.js';
import { type Route, Routes } from '../../lib/router/routes.js';
import { PageWaiting } from '../shell/page-waiting.js';
import { Shell } from '../shell/shell.js';
import { NotFoundPage } from './not-found-page.js';

const NOT_FOUND: Route = { path: '*', Screen: NotFoundPage };

/**
 * The pages of one audience in the frame of every page, with who one is in the header. `status` stands above the page and
 * comes with it: what it fetches keeps nobody waiting.
 */
export function AudiencePages({ routes, status }: { routes: readonly Route[]; status?: ReactNode }) {
  return (
    <Shell header={<IdentitySwitcher />}>
      <Suspense fallback={<PageWaiting />}>
        {status}
        <Routes routes={[...routes, NOT_FOUND]} />
      </Suspense>
    </Shell>
  );
}
