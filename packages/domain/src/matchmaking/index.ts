export { type Reason, reasonsToMeet, type Wares } from './matches.js';
export {
  MOST_REASONS,
  speak,
  type SpokenReason,
  waresOf,
  type Wishes,
  type WishWords,
  wishWords,
} from './spoken-reasons.js';
export { MOST_OF_AN_AFFILIATION, MOST_SUGGESTIONS, type Seeker, suggestMeetings } from './suggestions.js';
export { type Stems, Vocabulary } from './vocabulary.js';
export { type Told } from './words.js';
export {
  FLOOR,
  type PersonPair,
  rowsOfTables,
  SEATING_AIMS,
  SEATING_CROWDS,
  SEATING_LIMITS,
  type SeatingAim,
  type SeatingSetup,
  type SeatingTable,
  seatsAlike,
  seatsMissing,
} from './seating/setup.js';
export { guestsToSeat, type SeatingGuest } from './seating/guests.js';
export { type EveningToSeat, type SeatingInstance, seatingInstance } from './seating/instance.js';
export {
  meetingsOf,
  type OwnRound,
  ownRounds,
  pairName,
  type SeatingChanges,
  seatingChanges,
  type SeatingRound,
} from './seating/rounds.js';
export { seatingFaults } from './seating/check-seating.js';
export { companiesOf } from './seating/accessible-seats.js';
