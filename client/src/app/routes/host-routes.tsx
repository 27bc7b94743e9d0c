import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { DrawDeskScreen } from '../../features/draw/screens/draw-desk-screen.js';
import { useText } from '../../lib/texts/texts.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import { Shell } from '../shell/shell.js';
import { NotFoundPage } from './not-found-page.js';

/** The host's tablet: the next right thing of the evening. */
export function HostRoutes() {
  const text = useText();
  return (
    <Shell>
      <Suspense fallback={<Spinner words={text('app.loading')} />}>
        <Routes>
          <Route path="/host/:evening" element={<DrawDeskScreen />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
