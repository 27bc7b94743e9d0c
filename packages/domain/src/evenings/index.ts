export {
  type EveningChanges,
  type EveningVersion,
  MUST_MAIL_CHANGES,
  type MustMailChange,
  OFFERED_CHANGES,
  type OfferedChange,
  compareEvenings,
  nextSequence,
} from './changes.js';
export { COPY_PARTS, type CopyPart, type EveningCopy, copyEvening } from './copy.js';
export {
  type Entry,
  type EntryRefusal,
  type RunningTime,
  LATE_DELIVERY_HOURS,
  timeOfEntry,
} from './entry-time.js';
export { EVENING_TEXTS, type EveningPlan, type EveningTexts } from './evening.js';
export {
  DEFAULT_END,
  DEFAULT_START,
  LONGEST_HOURS,
  automaticCloseAt,
  checkHours,
  isOfficeTime,
  lengthInMinutes,
  splitLength,
  suggestHours,
} from './hours.js';
export {
  PROGRAMME_KINDS,
  PROGRAMME_NOTICES,
  type ProgrammeBlock,
  type ProgrammeKind,
  type ProgrammeNotice,
  checkBlock,
  orderProgramme,
  programmeNotices,
} from './programme.js';
export {
  OPEN_REGISTRATION,
  REGISTRATION_ANSWERS,
  REGISTRATION_SWITCHES,
  type RegistrationAnswer,
  type RegistrationSwitch,
  type RegistrationWindow,
  registrationAnswer,
} from './registration-window.js';
export {
  EVENING_EVENTS,
  EVENING_STATES,
  EVENING_TRANSITIONS,
  type EveningEvent,
  type EveningState,
  doorIsOpen,
  isPublic,
  nextEveningState,
  possibleEvents,
} from './states.js';
export { THEMES, THEME_MAX, type Theme, type ThemeKey, isThemeKey, ownTheme } from './themes.js';
export { VENUE_FEATURES, type Venue, type VenueFeature, type VenueFeatures, toldFeatures } from './venue.js';
export {
  type WallClock,
  type WallClockMeaning,
  type WallClockProblem,
  addDays,
  isTimeZone,
  readWallClock,
  settle,
  wallClockAt,
} from './wall-clock.js';
