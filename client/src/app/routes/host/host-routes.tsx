import { MarkForScreen } from '../../../features/bingo/desk/mark-for-screen.js';
import { PaperEntryScreen } from '../../../features/bingo/paper/paper-entry-screen.js';
import { PulseScreen } from '../../../features/bingo/desk/pulse-screen.js';
import { DrawDeskScreen } from '../../../features/draw/screens/draw-desk-screen.js';
import { PanelDeskScreen } from '../../../features/panel/screens/panel-desk-screen.js';
import { RemoteScreen } from '../../../features/stage/remote/remote-screen.js';
import type { Route } from '../../../lib/router/routes.js';
import { AudiencePages } from '../audience-pages.js';
import { HostFrame } from './host-frame.js';

const frames = [HostFrame];
const routes: readonly Route[] = [
  { path: '/host/:evening', frames, Screen: PulseScreen },
  { path: '/host/:evening/stage', frames, Screen: RemoteScreen },
  { path: '/host/:evening/mark', frames, Screen: MarkForScreen },
  { path: '/host/:evening/paper', frames, Screen: PaperEntryScreen },
  { path: '/host/:evening/questions', frames, Screen: PanelDeskScreen },
  { path: '/host/:evening/draw', frames, Screen: DrawDeskScreen },
];

/** What the host holds in the hand: how the evening goes, a mark for somebody without a phone, questions, the draw. */
export function HostRoutes() {
  return <AudiencePages routes={routes} />;
}
