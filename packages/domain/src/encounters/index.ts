export { type Pair, pairOf } from './pair.js';
export {
  type Entry,
  type EntryRefusal,
  type RunningTime,
  LATE_DELIVERY_HOURS,
  timeOfEntry,
} from '../evenings/index.js';
export {
  type Note,
  type NoteOwner,
  type NoteRefusal,
  type PaperNote,
  EMPTY_NOTE,
  NOTE_LIMITS,
  NOTE_OWNERS,
  addFromPaper,
  asWrittenByOther,
  cleanNote,
  isCalendarDate,
  isEmptyNote,
} from './note.js';
export {
  type Sharing,
  type SharingAudience,
  type SharingChoice,
  NO_SHARING,
  SHARING_AUDIENCES,
  answerOf,
  isKept,
  sharedWith,
  sharedWithAssociation,
} from './sharing.js';
export { type Encounter, type Party, newEncounter, seenBy } from './encounter.js';
export {
  type ChangeRefusal,
  type Guest,
  type MeetChange,
  type MeetRefusal,
  type Scan,
  agreeTheSame,
  chooseSharing,
  meet,
  noteFromPaper,
  removeEncounter,
  withdrawSharing,
  writeNote,
} from './changes.js';
