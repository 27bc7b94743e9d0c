export {
  type CallOffRefusal,
  type VoidCause,
  type VoidReason,
  VOID_REASONS,
  VOID_WORDS_MAX,
  callOff,
} from './calling-off.js';
export {
  type DrawCandidate,
  type DrawObstacle,
  DRAW_OBSTACLES,
  drawEntrants,
  drawObstacles,
} from './entry.js';
export { WITH_WHOM_MAX, mayHandOver, mayPassOver } from './handing-over.js';
export {
  type Prize,
  type PrizeKind,
  type PrizeRefusal,
  PRIZES_MAX,
  PRIZE_KINDS,
  PRIZE_WORDS_MAX,
  checkPrizes,
} from './prizes.js';
export { PHONE_SILENT_AFTER_MS, SILENT_PHONES_NAMED_MAX } from './silent-phones.js';
export {
  type DrawEvent,
  type DrawState,
  DRAW_EVENTS,
  DRAW_STATES,
  DRAW_TRANSITIONS,
  OPEN_DRAW_STATES,
  isOpenDraw,
  nextDrawNumber,
  nextDrawState,
  possibleDrawEvents,
  prizesMayChange,
  secretIsPublic,
  winnersAreKnown,
} from './states.js';
export {
  type PassReason,
  type PassRefusal,
  type PassedTicket,
  type PrizeHolder,
  PASS_REASONS,
  passOver,
  prizeHolders,
} from './winners.js';
