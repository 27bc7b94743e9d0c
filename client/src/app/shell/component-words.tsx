import { type ReactNode, useMemo } from 'react';
import { useText } from '../../lib/texts/texts.js';
import { type Words, WordsProvider } from '../../ui/text/words.js';

/** Hands the components the few words that they say by themselves. */
export function ComponentWords({ children }: { children: ReactNode }) {
  const text = useText();
  const words = useMemo<Words>(
    () => ({
      required: text('ui.required'),
      optional: text('ui.optional'),
      close: text('ui.close'),
      busy: text('ui.busy'),
      chooseOne: text('ui.chooseOne'),
      codeHint: text('ui.codeHint'),
      charactersLeft: (count) => text('ui.charactersLeft', { count }),
      charactersOver: (count) => text('ui.charactersOver', { count }),
      suggestions: (count) => text('ui.suggestions', { count }),
      suggestionList: text('ui.suggestionList'),
      fixThese: (count) => text('ui.fixThese', { count }),
    }),
    [text],
  );
  return <WordsProvider words={words}>{children}</WordsProvider>;
}
