import { lazy, Suspense } from 'react';
import { TextsProvider, useText } from '../../../lib/texts/texts.js';
import { Spinner } from '../../../ui/feedback/spinner.js';

const SuggestionsScreen = lazy(async () => ({
  default: (await import('../../../features/matchmaking/screens/suggestions-screen.js')).SuggestionsScreen,
}));

/** Its texts come with it, since the own page stands without them. */
export function SuggestionsPage() {
  const text = useText();
  return (
    <Suspense fallback={<Spinner words={text('app.loading')} />}>
      <TextsProvider bundle="ownData">
        <SuggestionsScreen />
      </TextsProvider>
    </Suspense>
  );
}
