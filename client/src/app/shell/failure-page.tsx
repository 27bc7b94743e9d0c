import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useProblemText } from '../../lib/texts/problem-text.js';
import { usePage } from '../../lib/page/use-page.js';
import { useText } from '../../lib/texts/texts.js';
import { Button } from '../../ui/actions/button.js';
import { ButtonRow } from '../../ui/actions/button-row.js';
import { LinkButton } from '../../ui/actions/link-button.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Lead } from '../../ui/text/text.js';
import { isMissingChunk } from './error-boundary.js';

/** Something went wrong on this page: says what, and how to go on. */
export function FailurePage({ error, retry }: { error: unknown; retry: () => void }) {
  const text = useText();
  const told = useProblemText(error);
  const { reset } = useQueryErrorResetBoundary();
  const outdated = isMissingChunk(error);
  const title = outdated ? text('app.failure.outdatedTitle') : told.title;
  usePage(title);
  return (
    <>
      <PageHeader title={title}>
        <Lead>{outdated ? text('app.failure.outdatedText') : told.detail}</Lead>
      </PageHeader>
      <ButtonRow>
        {outdated ? (
          <Button onClick={() => location.reload()}>{text('app.failure.reload')}</Button>
        ) : (
          <Button
            onClick={() => {
              reset();
              retry();
            }}
          >
            {text('app.failure.retry')}
          </Button>
        )}
        <LinkButton look="quiet" href="/">
          {text('app.toFrontPage')}
        </LinkButton>
      </ButtonRow>
    </>
  );
}
