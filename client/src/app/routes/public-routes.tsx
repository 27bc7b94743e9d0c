import { Route, Routes } from 'react-router';
import { Shell } from '../shell/shell.js';
import { NotFoundPage } from './not-found-page.js';
import { StartPage } from './start-page.js';

/** What anybody may open. */
export function PublicRoutes() {
  return (
    <Shell>
      <Routes>
        <Route path="/" element={<StartPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Shell>
  );
}
