import { useProblemText } from '../../../lib/texts/problem-text.js';
import { FormFailure } from '../../../ui/form/form-failure.js';

/** What went wrong and what to do, when something did. */
export function FailureNotice({ error }: { error: unknown }) {
  const words = useProblemText(error);
  return <FormFailure words={error === null || error === undefined ? undefined : words} />;
}
