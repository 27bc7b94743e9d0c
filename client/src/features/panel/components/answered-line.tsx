import { useQuery } from '@tanstack/react-query';
import { TextsProvider, useText } from '../../../lib/texts/texts.js';
import { StatusLine } from '../../../ui/feedback/status-line.js';
import { ownQuestionsQuery } from '../api.js';

/** A quiet line on the own page when a question of mine has been answered; the own stream brings it. */
export function AnsweredLine({ registration }: { registration: string }) {
  const { data } = useQuery(ownQuestionsQuery(registration));
  if (!data?.questions.some(({ state }) => state === 'answered')) return null;
  return (
    <TextsProvider bundle="panel">
      <Line registration={registration} />
    </TextsProvider>
  );
}

function Line({ registration }: { registration: string }) {
  const text = useText();
  return (
    <StatusLine sign="success" words={text('panel.line.answered')}>
      <a href={`/me/${registration}/panel`}>{text('panel.line.open')}</a>
    </StatusLine>
  );
}
