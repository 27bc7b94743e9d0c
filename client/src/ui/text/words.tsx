import { createContext, type ReactNode, useContext } from 'react';

/** The few words that components say by themselves; the application hands them in, in the reader's language. */
export interface Words {
  readonly required: string;
  readonly optional: string;
  readonly close: string;
  readonly busy: string;
  readonly chooseOne: string;
  readonly codeHint: string;
  readonly charactersLeft: (count: number) => string;
  readonly charactersOver: (count: number) => string;
  /** Said when suggestions appear below a field. */
  readonly suggestions: (count: number) => string;
  readonly suggestionList: string;
  readonly fixThese: (count: number) => string;
}

const WordsContext = createContext<Words | undefined>(undefined);

export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('components stand inside a WordsProvider');
  return words;
}
