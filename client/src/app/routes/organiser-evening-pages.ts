import type { MemberRole } from '@hillo/domain/accounts';
import type { MessageKey, MessageParameters } from '@hillo/i18n';
import type { ComponentType } from 'react';
import { DoorDeskScreen } from '../../features/door/screens/door-desk-screen.js';
import { PromptsScreen } from '../../features/bingo/desk/prompts-screen.js';
import { PulseScreen } from '../../features/bingo/desk/pulse-screen.js';
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
import { AccessNeedsScreen } from '../../features/registration/screens/access-needs-screen.js';
import { ComingScreen } from '../../features/registration/screens/coming-screen.js';

/** Texts without placeholders. */
type Label = { [Key in MessageKey]: MessageParameters[Key] extends undefined ? Key : never }[MessageKey];

interface EveningPage {
  /** Last part of `/organiser/evenings/:evening/…`; empty for the first page. */
  readonly path: string;
  readonly Screen: ComponentType;
  /** Who has it in the row of pages; a page without a label is reached from another one. */
  readonly tab?: { readonly label: Label; readonly roles: readonly MemberRole[] };
}

const PLANNERS = ['organiser'] as const;

/** Every page of one evening, of all nouns, in the order of the row. */
export const eveningPages: readonly EveningPage[] = [
  {
    path: '',
    Screen: OverviewScreen,
    tab: { label: 'planning.tabs.overview', roles: ['organiser', 'helper', 'access-host'] },
  },
  { path: 'time', Screen: TimePlaceScreen, tab: { label: 'planning.tabs.time', roles: PLANNERS } },
  { path: 'texts', Screen: TextsScreen, tab: { label: 'planning.tabs.texts', roles: PLANNERS } },
  { path: 'programme', Screen: ProgrammeScreen, tab: { label: 'planning.tabs.programme', roles: PLANNERS } },
  { path: 'venue', Screen: VenueScreen, tab: { label: 'planning.tabs.venue', roles: PLANNERS } },
  {
    path: 'registration',
    Screen: RegistrationSettingsScreen,
    tab: { label: 'planning.tabs.registration', roles: PLANNERS },
  },
  { path: 'coming', Screen: ComingScreen, tab: { label: 'coming.title', roles: ['organiser', 'helper'] } },
  {
    path: 'access-needs',
    Screen: AccessNeedsScreen,
    tab: { label: 'coming.accessNeeds.title', roles: ['access-host'] },
  },
  { path: 'squares', Screen: PromptsScreen, tab: { label: 'bingoDesk.prompts.title', roles: PLANNERS } },
  {
    path: 'pulse',
    Screen: PulseScreen,
    tab: { label: 'bingoDesk.pulse.title', roles: ['organiser', 'helper'] },
  },
  { path: 'draw', Screen: OrganiserDrawScreen, tab: { label: 'drawDesk.title', roles: PLANNERS } },
  {
    path: 'associations',
    Screen: AssociationViewsScreen,
    tab: { label: 'associations.title', roles: PLANNERS },
  },
  { path: 'crew', Screen: CrewScreen, tab: { label: 'planning.tabs.crew', roles: PLANNERS } },
  {
    path: 'door',
    Screen: DoorDeskScreen,
    tab: { label: 'door.organise.title', roles: ['organiser', 'helper'] },
  },
  { path: 'copy', Screen: CopyScreen },
  { path: 'cancel', Screen: CancelScreen },
];

/** The row of pages for somebody with these roles. */
export function tabsFor(roles: readonly MemberRole[]): readonly { path: string; label: Label }[] {
  return eveningPages.flatMap(({ path, tab }) =>
    tab && tab.roles.some((role) => roles.includes(role)) ? [{ path, label: tab.label }] : [],
  );
}
