import { foldedWords } from '../shared/index.js';
import { MARKED_WORDS } from './marked-words.js';

const listed: readonly string[] = Object.values(MARKED_WORDS).flat();
const whole: ReadonlySet<string> = new Set(listed.filter((word) => !word.endsWith('*')));
const beginnings: readonly string[] = listed
  .filter((word) => word.endsWith('*'))
  .map((word) => word.slice(0, -1));

function isMarked(word: string): boolean {
  return whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

/**
 * The words of a text that are on the list, folded, each once, in the order of the text. They mark a question for whoever
 * moderates; a question is never dropped by them.
 */
export function markedWords(text: string): readonly string[] {
  return [...new Set(foldedWords(text).filter(isMarked))];
}
