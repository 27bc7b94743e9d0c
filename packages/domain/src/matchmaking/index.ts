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
