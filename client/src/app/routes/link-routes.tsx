import { BadgeLinkScreen } from '../../features/bingo/screens/badge-link-screen.js';
import { PersonalLinkScreen } from '../../features/registration/screens/personal-link-screen.js';
import type { Route } from '../../lib/router/routes.js';
import { AudiencePages } from './audience-pages.js';

const routes: readonly Route[] = [
  { path: '/p/:token', Screen: PersonalLinkScreen },
  { path: '/b/:token', Screen: BadgeLinkScreen },
];

/** Where an attendee's links arrive: the personal link of the mail, and a badge that somebody scanned. */
export function LinkRoutes() {
  return <AudiencePages routes={routes} />;
}
