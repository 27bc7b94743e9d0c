import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import type { OwnDraw } from '../api.js';
import { seenSteps } from '../seen-steps.js';

/** The phone works the result out by itself as soon as it is there: a green line, or the step that fails. */
export function RecheckLine({ draw }: { draw: OwnDraw }) {
  const text = useText();
  const winners = draw.winners.map(({ ticket }) => ticket).join();
  const { data, isPending, isFetching, refetch } = useQuery({
    queryKey: ['draw', 'recheck', draw.id, winners],
    queryFn: async () => (await import('../recheck.js')).recheck(draw, seenSteps(draw.id)),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (isPending) return <Spinner words={text('draw.check.working')} />;
  const again = (
    <Button look="secondary" busy={isFetching} onClick={() => void refetch()}>
      {text('draw.check.again')}
    </Button>
  );
  if (data === undefined)
    return (
      <Notice kind="warning" announce actions={again}>
        {text('draw.check.failed')}
      </Notice>
    );
  if (!data.ok)
    return (
      <Notice kind="error" announce title={text('draw.check.bad')} actions={again}>
        {text('draw.check.badText', { step: text(`draw.check.step.${data.step}`) })}
      </Notice>
    );
  return (
    <Notice kind="success" announce title={text('draw.check.title')}>
      {draw.hasProof ? <p>{text('draw.check.good')}</p> : <p>{text('draw.check.voidGood')}</p>}
      {draw.hasProof && data.seen ? <p>{text('draw.check.goodSeen')}</p> : null}
    </Notice>
  );
}
