export { badgeTokenOf } from './badge-link.js';
export {
  ATTENDANCE_STATES,
  type Attendance,
  type AttendanceState,
  CARD_EFFECTS,
  type CardEffect,
  type DoorAct,
  type DoorOutcome,
  type DoorPerson,
  checkIn,
  isIn,
  undoCheckIn,
} from './check-in.js';
export {
  CREW_CLAIM_MINUTES,
  CREW_MARGIN_HOURS,
  type CrewLink,
  type CrewLinkProblem,
  DEVICE_NAME_MAX,
  claimCrewLink,
  crewExpiresAt,
  crewMayAct,
  renewCrewLink,
  revokeCrewLink,
} from './crew-links.js';
export {
  type NameMatch,
  type SearchablePerson,
  type ToldApartBy,
  matchName,
  searchByName,
  searchKey,
  tellApart,
} from './name-search.js';
export {
  SPOKEN_CODES,
  type SpokenCode,
  formatSpokenCode,
  newSpokenCode,
  parseSpokenCode,
  spokenCodeOf,
} from './spoken-code.js';
export { type DoorFigures, type OverCapacityConfirmation, admitAtDoor } from './walk-in.js';
