export { type Reason, type Wares } from './matches.js';
export {
  MOST_OF_AN_AFFILIATION,
  MOST_SUGGESTIONS,
  type Seeker,
  type Suggestion,
  suggestMeetings,
} from './suggestions.js';
