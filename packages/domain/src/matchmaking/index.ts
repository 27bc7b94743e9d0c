export { type Reason, type Wares } from './matches.js';
export {
  allWordsOf,
  MOST_REASONS,
  speak,
  type SpokenReason,
  waresOf,
  type Wishes,
} from './spoken-reasons.js';
export {
  MOST_OF_AN_AFFILIATION,
  MOST_SUGGESTIONS,
  type Seeker,
  type Suggestion,
  suggestMeetings,
} from './suggestions.js';
export { type Stems, Vocabulary } from './vocabulary.js';
export { type Told, wordsOf } from './words.js';
