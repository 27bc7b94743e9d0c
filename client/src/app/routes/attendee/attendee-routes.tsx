import { Fragment, lazy, type ReactNode } from 'react';
import { type Route, useParams } from '../../../lib/router/routes.js';
import { matchPath } from '../../../lib/router/match-path.js';
import { useLocation } from '../../../lib/router/router.js';
import { ConnectionPlace } from '../../shell/connection/connection-place.js';
import { AudiencePages } from '../audience-pages.js';
import { firstPage } from '../first-page.js';
import { behind } from './behind.js';
import { OwnPage } from './own-page.js';

/** A file of its own: few ask before the panel, and nobody waits for it on the own page. */
const OwnPanelScreen = lazy(async () => ({
  default: (await import('../../../features/panel/screens/own-panel-screen.js')).OwnPanelScreen,
}));

/** As rarely: for who cannot see the big screen. */
const OwnStageScreen = lazy(async () => ({
  default: (await import('../../../features/stage/own/own-stage-screen.js')).OwnStageScreen,
}));

const frames = [OnePerson];
const routes: readonly Route[] = [
  { path: '/me', Screen: firstPage(({ kind }) => kind === 'attendee') },
  { path: '/me/:registration', frames, Screen: OwnPage },
  { path: '/me/:registration/scan', frames, Screen: behind('ScanScreen') },
  { path: '/me/:registration/met', frames, Screen: behind('MetPage') },
  { path: '/me/:registration/waiting', frames, Screen: behind('WaitingPage') },
  { path: '/me/:registration/waiting/:scan', frames, Screen: behind('WaitingMeetingPage') },
  { path: '/me/:registration/met/:encounter', frames, Screen: behind('MeetingScreen') },
  { path: '/me/:registration/contacts', frames, Screen: behind('ContactsPage') },
  { path: '/me/:registration/suggestions', frames, Screen: behind('SuggestionsPage') },
  { path: '/me/:registration/paper', frames, Screen: behind('PaperPage') },
  { path: '/me/:registration/panel', frames, Screen: OwnPanelScreen },
  { path: '/me/:registration/stage/:evening', frames, Screen: OwnStageScreen },
  { path: '/me/:registration/draw', frames, Screen: behind('OwnDrawScreen') },
];

/** The own page of an attendee and what its links lead to. */
export function AttendeeRoutes() {
  const { pathname } = useLocation();
  const { registration = '' } = matchPath('/me/:registration/*', pathname) ?? {};
  const home = `/me/${registration}`;
  return (
    <AudiencePages
      routes={routes}
      status={
        <ConnectionPlace
          shell="attendee"
          scope={`registration:${registration}`}
          listHref={`${home}/waiting`}
          isBusy={pathname === `${home}/scan`}
        />
      }
    />
  );
}

/** Two people may share a phone: nothing that the one wrote or watched stays when the other goes on. */
function OnePerson({ children }: { children: ReactNode }) {
  const { registration } = useParams();
  return <Fragment key={registration}>{children}</Fragment>;
}
