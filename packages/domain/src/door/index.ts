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
  type DoorList,
  type ListedPerson,
  type OfflineDecision,
  type Sought,
  decideOffline,
} from './offline/decide.js';
export {
  type LateCheckIn,
  type LateTakingBack,
  type StandingCheckIns,
  checkInLate,
  firstCheckIn,
  takeBackLate,
} from './offline/late-acts.js';
export {
  GREATEST_QUEUE_NUMBER,
  type HeardQueue,
  NOTHING_HEARD,
  countMissing,
  hearNumber,
} from './offline/queue-numbers.js';
export {
  PRINTED_AHEAD_FROM,
  SPOKEN_CODES,
  type SpokenCode,
  digitsIn,
  formatSpokenCode,
  newSpokenCode,
  parseSpokenCode,
  spellSpokenCode,
  spokenCodeOf,
} from './spoken-code.js';
export { RESERVES_AT_ONCE, RESERVES_MAX, type BadgeReserve, type BadgeTaker, takeBadge } from './reserves.js';
export { type DoorFigures, type OverCapacityConfirmation, admitAtDoor } from './walk-in.js';
