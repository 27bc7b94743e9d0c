import { EveningScreen } from '../../features/registration/screens/evening-screen.js';
import type { Route } from '../../lib/router/routes.js';
import { AudiencePages } from './audience-pages.js';
import { StartPage } from './start/start-page.js';

const routes: readonly Route[] = [
  { path: '/', Screen: StartPage },
  { path: '/e/:slug', Screen: EveningScreen },
];

/** What anybody may open. */
export function PublicRoutes() {
  return <AudiencePages routes={routes} />;
}
