import { lazy, Suspense } from 'react';
import { TextsProvider, useText } from '../../../lib/texts/texts.js';
import { Spinner } from '../../../ui/feedback/spinner.js';

const SupportPaperScreen = lazy(async () => ({
  default: (await import('../../../features/bingo/paper/support-paper-screen.js')).SupportPaperScreen,
}));

/** Its texts come with it: few attendees type somebody's card in. */
export function PaperPage() {
  const text = useText();
  return (
    <Suspense fallback={<Spinner words={text('app.loading')} />}>
      <TextsProvider bundle="ownData">
        <SupportPaperScreen />
      </TextsProvider>
    </Suspense>
  );
}
