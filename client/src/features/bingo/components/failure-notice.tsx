import { useProblemText } from '../../../lib/texts/problem-text.js';
import { Notice } from '../../../ui/feedback/notice.js';

/** What went wrong and what to do, when something did. */
export function FailureNotice({ error }: { error: unknown }) {
  const { title, detail } = useProblemText(error);
  if (error === null || error === undefined) return null;
  return (
    <Notice kind="error" announce title={title}>
      {detail}
    </Notice>
  );
}
