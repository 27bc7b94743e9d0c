export { COMING_FILTERS, type ComingFilter } from './coming.js';
export {
  CONSENT_KINDS,
  type Consent,
  CONSENT_CHANNELS,
  type ConsentChannel,
  type ConsentKind,
  checkConsents,
  giveConsent,
  standingConsent,
  withdrawConsent,
} from './consents.js';
export {
  CONTACT_FIELDS,
  type ContactField,
  type EmailAddress,
  normaliseEmail,
  normalisePhone,
  shareableFields,
} from './contact-details.js';
export { type ErasedCompanion, goesWithErasure } from './erasure.js';
export { EMAIL_CHANGE, mayMailNewAddress } from './email-change.js';
export {
  DUPLICATE_REASONS,
  type DuplicateCandidate,
  type DuplicateReason,
  type LikelyDuplicate,
  likelyDuplicates,
} from './duplicates.js';
export { MARK_ICONS, type MarkIcon, SIDE_JAMS } from './mark-looks.js';
export { CONSENT_TEXT_VERSION, REGISTRATION_LIMITS } from './form.js';
export {
  AFFILIATION_MAX,
  NAME_MAX,
  type NameProblem,
  fullName,
  nameKey,
  nameWithInitial,
  parseAffiliation,
  parseName,
} from './names.js';
export {
  CHILD_UNDER_AGE,
  PARTY_ROLES,
  type Company,
  type PartyRights,
  type PartyRole,
  mayRegisterAlone,
  partyRights,
  seatsOf,
} from './party.js';
export {
  RETENTION,
  type Retention,
  type RetentionAnchor,
  type RetentionGroup,
  isPastRetention,
  keptUntil,
} from './retention.js';
export { SMALLEST_COUNT, type SectorCount, type SideCount, mergeSmallCounts } from './sector-counts.js';
export {
  DEFAULT_SIDES,
  SECTORS,
  SECTOR_MARKS,
  SIDES,
  type Sector,
  type SectorMark,
  type Side,
  type SideOverrides,
  areOnDifferentSides,
  chooseShownSector,
  moveSector,
  sectorMark,
  sectorsToShow,
  sideOf,
  sideOfMark,
} from './sectors.js';
export {
  ACCESS_NEEDS_STATES,
  type AccessNeedsState,
  type Confirmation,
  REGISTRATION_EVENTS,
  REGISTRATION_STATES,
  REGISTRATION_TRANSITIONS,
  type RegistrationEvent,
  type RegistrationState,
  isUnconfirmed,
  nextRegistrationState,
} from './states.js';
export {
  PROMOTION_STOPS_HOURS,
  type Placement,
  type SeatSnapshot,
  type Waiting,
  freeSeats,
  placeRegistration,
  promote,
  promoteByHand,
  promotesByItself,
  resizeParty,
  waitlistCapacity,
} from './waitlist.js';
