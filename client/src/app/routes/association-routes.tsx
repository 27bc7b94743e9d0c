import { StepUpProvider } from '../../features/accounts/step-up/step-up-provider.js';
import { AssociationLinkScreen } from '../../features/contacts/screens/association-link-screen.js';
import { AssociationScreen } from '../../features/contacts/screens/association-screen.js';
import type { Route } from '../../lib/router/routes.js';
import { AudiencePages } from './audience-pages.js';

const routes: readonly Route[] = [
  { path: '/v/:token', Screen: AssociationLinkScreen },
  { path: '/associations/:evening', frames: [StepUpProvider], Screen: AssociationScreen },
];

/** What an association reads the morning after: the mailed link, and the contacts of its people. */
export function AssociationRoutes() {
  return <AudiencePages routes={routes} />;
}
