import { ConfirmEmailScreen } from '../../../features/registration/screens/own-data/confirm-email-screen.js';
import {
  EmailConfirmedScreen,
  ErasedScreen,
} from '../../../features/registration/screens/own-data/done-screen.js';
import type { Route } from '../../../lib/router/routes.js';
import { AudiencePages } from '../audience-pages.js';

const routes: readonly Route[] = [
  { path: '/m/:token', Screen: ConfirmEmailScreen },
  { path: '/email-confirmed', Screen: EmailConfirmedScreen },
  { path: '/erased', Screen: ErasedScreen },
];

/** The link to a new address, and what is said when an address or everything is changed for good. */
export function OwnDataRoutes() {
  return <AudiencePages routes={routes} />;
}
