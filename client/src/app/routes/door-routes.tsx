import { ClaimScreen } from '../../features/door/screens/claim-screen.js';
import { DoorFrame } from '../../features/door/screens/door-frame.js';
import { DoorScreen } from '../../features/door/screens/door-screen.js';
import { HandoverScreen } from '../../features/door/screens/handover-screen.js';
import { PeopleScreen } from '../../features/door/screens/people-screen.js';
import { WaitingScreen } from '../../features/door/screens/waiting-screen.js';
import { WalkInScreen } from '../../features/door/screens/walk-in-screen.js';
import { matchPath } from '../../lib/router/match-path.js';
import { useLocation } from '../../lib/router/router.js';
import type { Route } from '../../lib/router/routes.js';
import { ConnectionPlace } from '../shell/connection/connection-place.js';
import { AudiencePages } from './audience-pages.js';
import { firstPage } from './first-page.js';

const frames = [DoorFrame];
const routes: readonly Route[] = [
  { path: '/door', Screen: firstPage(({ kind, role }) => kind === 'device' && role === 'door') },
  { path: '/door/:evening', frames, Screen: DoorScreen },
  { path: '/door/:evening/walk-in', frames, Screen: WalkInScreen },
  { path: '/door/:evening/people', frames, Screen: PeopleScreen },
  { path: '/door/:evening/waiting', frames, Screen: WaitingScreen },
  { path: '/c/:token', Screen: ClaimScreen },
  { path: '/h/:token', Screen: HandoverScreen },
];

/** The door, and the two pages that its QR codes open. */
export function DoorRoutes() {
  const { pathname } = useLocation();
  const { evening } = matchPath('/door/:evening/*', pathname) ?? {};
  const status = evening ? (
    <ConnectionPlace
      shell="door"
      scope={`door:${evening}`}
      listHref={`/door/${evening}/waiting`}
      isBusy={pathname === `/door/${evening}`}
    />
  ) : undefined;
  return <AudiencePages routes={routes} status={status} />;
}
