import { lazy } from 'react';
import { TextsProvider } from '../../../lib/texts/texts.js';

const SupportPaperScreen = lazy(async () => ({
  default: (await import('../../../features/bingo/paper/support-paper-screen.js')).SupportPaperScreen,
}));

/** Its texts come with it: few attendees type somebody's card in. */
export function PaperPage() {
  return (
    <TextsProvider bundle="ownData">
      <SupportPaperScreen />
    </TextsProvider>
  );
}
