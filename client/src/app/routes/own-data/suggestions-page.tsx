import { lazy } from 'react';
import { TextsProvider } from '../../../lib/texts/texts.js';

const SuggestionsScreen = lazy(async () => ({
  default: (await import('../../../features/matchmaking/screens/suggestions-screen.js')).SuggestionsScreen,
}));

/** Its texts come with it, since the own page stands without them. */
export function SuggestionsPage() {
  return (
    <TextsProvider bundle="ownData">
      <SuggestionsScreen />
    </TextsProvider>
  );
}
