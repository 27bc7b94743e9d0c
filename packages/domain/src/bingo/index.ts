export {
  type BoardPrompt,
  type Row,
  type Square,
  CORNERS,
  ROWS,
  SQUARES,
  isSquare,
  promptOrder,
  rowsOf,
} from './board.js';
export { type Card, type Mark, completedRows, isColoured, isFull, markFor, markOn, newCard } from './card.js';
export {
  type CardChange,
  type Freeze,
  type MarkRefusal,
  type TicketChange,
  MARK_REFUSALS,
  dropEncounter,
  markSquare,
  moveMark,
  nameAgain,
  settleTicket,
  takeBackMark,
} from './marks.js';
export {
  type JudgedSquare,
  type Meeting,
  type SquareVerdict,
  SQUARE_VERDICTS,
  fittingSquares,
  squaresOffline,
  squaresToMoveTo,
  takes,
} from './squares.js';
export {
  type DefaultPromptKey,
  type Prompt,
  type PromptRefusal,
  type PromptWording,
  DEFAULT_PROMPTS,
  PROMPT_STARTER_MAX,
  PROMPT_TITLE_MAX,
  changePrompts,
  defaultPrompts,
  isDefaultPrompt,
  wordingOf,
} from './prompts.js';
export { type SideCounts, type SideShortage, sidesTooAlone } from './balance.js';
export { seededChance, shuffled } from './seeded-chance.js';
