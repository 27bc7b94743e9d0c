import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { IdentitySwitcher } from '../../../features/accounts/components/identity/identity-switcher.js';
import { MarkForScreen } from '../../../features/bingo/desk/mark-for-screen.js';
import { PulseScreen } from '../../../features/bingo/desk/pulse-screen.js';
import { DrawDeskScreen } from '../../../features/draw/screens/draw-desk-screen.js';
import { useText } from '../../../lib/texts/texts.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { Shell } from '../../shell/shell.js';
import { HostFrame } from './host-frame.js';
import { NotFoundPage } from '../not-found-page.js';

/** What the host holds in the hand: how the evening goes, a mark for somebody without a phone, the draw. */
export function HostRoutes() {
  const text = useText();
  return (
    <Shell header={<IdentitySwitcher />}>
      <Suspense fallback={<Spinner words={text('app.loading')} />}>
        <Routes>
          <Route path="/host/:evening" element={<HostFrame />}>
            <Route index element={<PulseScreen />} />
            <Route path="mark" element={<MarkForScreen />} />
            <Route path="draw" element={<DrawDeskScreen />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
