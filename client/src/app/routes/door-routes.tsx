import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { IdentitySwitcher } from '../../features/accounts/components/identity/identity-switcher.js';
import { ClaimScreen } from '../../features/door/screens/claim-screen.js';
import { DoorFrame } from '../../features/door/screens/door-frame.js';
import { DoorScreen } from '../../features/door/screens/door-screen.js';
import { HandoverScreen } from '../../features/door/screens/handover-screen.js';
import { PeopleScreen } from '../../features/door/screens/people-screen.js';
import { WalkInScreen } from '../../features/door/screens/walk-in-screen.js';
import { useText } from '../../lib/texts/texts.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import { Shell } from '../shell/shell.js';
import { NotFoundPage } from './not-found-page.js';

/** The door, and the two pages that its QR codes open. */
export function DoorRoutes() {
  const text = useText();
  return (
    <Shell header={<IdentitySwitcher />}>
      <Suspense fallback={<Spinner words={text('app.loading')} />}>
        <Routes>
          <Route path="/door/:evening" element={<DoorFrame />}>
            <Route index element={<DoorScreen />} />
            <Route path="walk-in" element={<WalkInScreen />} />
            <Route path="people" element={<PeopleScreen />} />
          </Route>
          <Route path="/c/:token" element={<ClaimScreen />} />
          <Route path="/h/:token" element={<HandoverScreen />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
