import { useMutation } from '@tanstack/react-query';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { Card } from '../../../../ui/layout/card.js';
import { holdRounds, publish, type Seating, type SeatingPlan } from '../api.js';

interface PublishPanelProps {
  seating: Seating;
  plan: SeatingPlan;
  onChanged: (seating: Seating) => void;
}

/** Shows everybody their tables, and says which rounds are over: those never change again. */
export function PublishPanel({ seating, plan, onChanged }: PublishPanelProps) {
  const text = useText();
  const dates = useDates();
  const { evening, published, held } = seating;
  const act = useMutation({ mutationFn: (step: () => Promise<Seating>) => step(), onSuccess: onChanged });
  const failure = act.error === null ? undefined : problemText(text, act.error);
  const isShown = published?.isThisPlan === true && !plan.isOutdated;
  return (
    <Card jam="cloudberry" heading={<h2>{text('seating.publish.title')}</h2>}>
      {published ? (
        <p>{text('seating.publish.since', { when: dates.write(published.at, 'dateTime') })}</p>
      ) : (
        <p>{text('seating.publish.lead')}</p>
      )}
      {published && !isShown ? <Notice kind="warning">{text('seating.publish.other')}</Notice> : null}
      {failure ? (
        <Notice kind="error" announce title={failure.title}>
          {failure.detail}
        </Notice>
      ) : null}
      {isShown ? null : (
        <ButtonRow>
          <Button
            busy={act.isPending}
            disabled={plan.isOutdated}
            onClick={() => act.mutate(() => publish(evening.id))}
          >
            {text(published ? 'seating.publish.again' : 'seating.publish.action')}
          </Button>
        </ButtonRow>
      )}
      {isShown ? (
        <>
          <p>{text('seating.held.state', { held, rounds: plan.rounds.length })}</p>
          <ButtonRow>
            {held < plan.rounds.length ? (
              <Button
                look="secondary"
                busy={act.isPending}
                onClick={() => act.mutate(() => holdRounds(evening.id, held + 1))}
              >
                {text('seating.held.next', { round: held + 1 })}
              </Button>
            ) : null}
            {held > 0 ? (
              <Button
                look="quiet"
                busy={act.isPending}
                onClick={() => act.mutate(() => holdRounds(evening.id, held - 1))}
              >
                {text('seating.held.back', { round: held })}
              </Button>
            ) : null}
          </ButtonRow>
        </>
      ) : null}
    </Card>
  );
}
