import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { IdentitySwitcher } from '../../features/accounts/components/identity/identity-switcher.js';
import { AssociationLinkScreen } from '../../features/contacts/screens/association-link-screen.js';
import { AssociationScreen } from '../../features/contacts/screens/association-screen.js';
import { useText } from '../../lib/texts/texts.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import { Shell } from '../shell/shell.js';
import { NotFoundPage } from './not-found-page.js';

/** What an association reads the morning after: the mailed link, and the contacts of its people. */
export function AssociationRoutes() {
  const text = useText();
  return (
    <Shell header={<IdentitySwitcher />}>
      <Suspense fallback={<Spinner words={text('app.loading')} />}>
        <Routes>
          <Route path="/v/:token" element={<AssociationLinkScreen />} />
          <Route path="/associations/:evening" element={<AssociationScreen />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
