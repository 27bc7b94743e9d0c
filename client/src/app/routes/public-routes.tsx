import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { IdentitySwitcher } from '../../features/accounts/components/identity/identity-switcher.js';
import { EveningScreen } from '../../features/registration/screens/evening-screen.js';
import { useText } from '../../lib/texts/texts.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import { Shell } from '../shell/shell.js';
import { NotFoundPage } from './not-found-page.js';
import { StartPage } from './start/start-page.js';

/** What anybody may open. */
export function PublicRoutes() {
  const text = useText();
  return (
    <Shell header={<IdentitySwitcher />}>
      <Suspense fallback={<Spinner words={text('app.loading')} />}>
        <Routes>
          <Route path="/" element={<StartPage />} />
          <Route path="/e/:slug" element={<EveningScreen />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
