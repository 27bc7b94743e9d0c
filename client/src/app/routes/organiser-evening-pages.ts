import type { MemberRole } from '@hillo/domain/accounts';
import type { MessageKey, MessageParameters } from '@hillo/i18n';
import type { ComponentType } from 'react';
import { EVENING_PARTS, type EveningPart } from '../../features/evenings/components/pages/pages-list.js';
import { DoorDeskScreen } from '../../features/door/screens/door-desk-screen.js';
import { PrintScreen } from '../../features/door/print/print-screen.js';
import { PaperEntryScreen } from '../../features/bingo/paper/paper-entry-screen.js';
import { PromptsScreen } from '../../features/bingo/desk/prompts-screen.js';
import { PulseScreen } from '../../features/bingo/desk/pulse-screen.js';
import { SeatingScreen } from '../../features/matchmaking/seating/seating-screen.js';
import { AssociationViewsScreen } from '../../features/contacts/screens/association-views-screen.js';
import { OrganiserDrawScreen } from '../../features/draw/screens/draw-desk-screen.js';
import { CancelScreen } from '../../features/evenings/screens/cancel-screen.js';
import { CopyScreen } from '../../features/evenings/screens/copy-screen.js';
import { CrewScreen } from '../../features/evenings/screens/crew-screen.js';
import { OverviewScreen } from '../../features/evenings/screens/overview-screen.js';
import { ProgrammeScreen } from '../../features/evenings/screens/programme-screen.js';
import { RegistrationSettingsScreen } from '../../features/evenings/screens/registration-settings-screen.js';
import { TextsScreen } from '../../features/evenings/screens/texts-screen.js';
import { TimePlaceScreen } from '../../features/evenings/screens/time-place-screen.js';
import { VenueScreen } from '../../features/evenings/screens/venue-screen.js';
import { OrganiserPanelScreen, TypeInScreen } from '../../features/panel/screens/panel-desk-screen.js';
import { AccessNeedsScreen } from '../../features/registration/screens/access-needs-screen.js';
import { ComingScreen } from '../../features/registration/screens/coming-screen.js';
import { RemoteScreen } from '../../features/stage/remote/remote-screen.js';

/** Texts without placeholders. */
type Label = { [Key in MessageKey]: MessageParameters[Key] extends undefined ? Key : never }[MessageKey];

interface EveningPage {
  /** Last part of `/organiser/evenings/:evening/…`; empty for the first page. */
  readonly path: string;
  readonly Screen: ComponentType;
  /** Who has it among the pages, and when it is needed; a page without is reached from another one. */
  readonly tab?: {
    readonly label: Label;
    readonly when: EveningPart;
    readonly roles: readonly MemberRole[];
  };
}

const PLANNERS = ['organiser'] as const;

/** Every page of one evening, of all nouns, in the order in which they are needed. */
export const eveningPages: readonly EveningPage[] = [
  {
    path: '',
    Screen: OverviewScreen,
    tab: { label: 'planning.tabs.overview', when: 'always', roles: ['organiser', 'helper', 'access-host'] },
  },
  {
    path: 'time',
    Screen: TimePlaceScreen,
    tab: { label: 'planning.tabs.time', when: 'before', roles: PLANNERS },
  },
  {
    path: 'texts',
    Screen: TextsScreen,
    tab: { label: 'planning.tabs.texts', when: 'before', roles: PLANNERS },
  },
  {
    path: 'programme',
    Screen: ProgrammeScreen,
    tab: { label: 'planning.tabs.programme', when: 'before', roles: PLANNERS },
  },
  {
    path: 'venue',
    Screen: VenueScreen,
    tab: { label: 'planning.tabs.venue', when: 'before', roles: PLANNERS },
  },
  {
    path: 'registration',
    Screen: RegistrationSettingsScreen,
    tab: { label: 'planning.tabs.registration', when: 'before', roles: PLANNERS },
  },
  {
    path: 'coming',
    Screen: ComingScreen,
    tab: { label: 'coming.title', when: 'before', roles: ['organiser', 'helper'] },
  },
  {
    path: 'access-needs',
    Screen: AccessNeedsScreen,
    tab: { label: 'coming.accessNeeds.title', when: 'before', roles: ['access-host'] },
  },
  {
    path: 'squares',
    Screen: PromptsScreen,
    tab: { label: 'bingoDesk.prompts.title', when: 'before', roles: PLANNERS },
  },
  {
    path: 'print',
    Screen: PrintScreen,
    tab: { label: 'paperPrint.title', when: 'before', roles: ['organiser', 'helper'] },
  },
  {
    path: 'seating',
    Screen: SeatingScreen,
    tab: { label: 'seating.tab', when: 'before', roles: PLANNERS },
  },
  {
    path: 'pulse',
    Screen: PulseScreen,
    tab: { label: 'bingoDesk.pulse.title', when: 'during', roles: ['organiser', 'helper'] },
  },
  {
    path: 'paper',
    Screen: PaperEntryScreen,
    tab: { label: 'paperEntry.title', when: 'during', roles: ['helper', 'access-host'] },
  },
  {
    path: 'questions',
    Screen: OrganiserPanelScreen,
    tab: { label: 'panelDesk.title', when: 'during', roles: PLANNERS },
  },
  {
    path: 'question-cards',
    Screen: TypeInScreen,
    tab: { label: 'panelDesk.typed.title', when: 'during', roles: ['helper'] },
  },
  {
    path: 'stage',
    Screen: RemoteScreen,
    tab: { label: 'stageRemote.title', when: 'during', roles: PLANNERS },
  },
  {
    path: 'draw',
    Screen: OrganiserDrawScreen,
    tab: { label: 'drawDesk.title', when: 'during', roles: PLANNERS },
  },
  {
    path: 'associations',
    Screen: AssociationViewsScreen,
    tab: { label: 'associations.title', when: 'after', roles: PLANNERS },
  },
  { path: 'crew', Screen: CrewScreen, tab: { label: 'planning.tabs.crew', when: 'during', roles: PLANNERS } },
  {
    path: 'door',
    Screen: DoorDeskScreen,
    tab: { label: 'door.organise.title', when: 'during', roles: ['organiser', 'helper'] },
  },
  { path: 'copy', Screen: CopyScreen },
  { path: 'cancel', Screen: CancelScreen },
];

/** The pages for somebody with these roles, by the part of the evening's life in which they are needed. */
export function pagesFor(roles: readonly MemberRole[]) {
  return EVENING_PARTS.map((when) => ({
    when,
    pages: eveningPages.flatMap(({ path, tab }) =>
      tab?.when === when && tab.roles.some((role) => roles.includes(role))
        ? [{ path, label: tab.label }]
        : [],
    ),
  })).filter(({ pages }) => pages.length > 0);
}
