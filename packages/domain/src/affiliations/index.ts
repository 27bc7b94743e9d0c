export {
  LISTED_SECTORS,
  type ListedAffiliation,
  type ListedSector,
  MUNICIPALITY_MAX,
  SUGGESTIONS,
  SUGGEST_FROM,
  affiliationKey,
  affiliationWords,
  alphabetKey,
} from './listed.js';
export {
  LINES_AT_ONCE,
  LINE_FAULTS,
  LINE_MAX,
  type LineFault,
  type SectorWords,
  cellsOf,
  isHeading,
  readLine,
} from './read-line.js';
