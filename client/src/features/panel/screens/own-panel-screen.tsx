import { orderQuestions } from '@hillo/domain/panel';
import { type ReactNode, useState } from 'react';
import { useEntries } from '../../../lib/offline/waiting.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { TextsProvider, useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type OwnQuestions, useOwnQuestions, usePanel } from '../api.js';
import { AskForm } from '../components/ask-form.js';
import { OwnList } from '../components/own-list.js';
import { PanelQuestions } from '../components/panel-questions.js';
import { QuestionCard } from '../components/question-card.js';
import { VoteButton } from '../components/vote-button.js';
import type { PanelList, ShownQuestion } from '../list-changes.js';
import { waitingVotes } from '../waiting-asks.js';

/** `/me/:registration/panel`: ask, follow the own questions, vote for those of others. */
export function OwnPanelScreen() {
  const { registration = '' } = useParams();
  const own = useOwnQuestions(registration);
  const list = usePanel(registration, own.evening.id);
  return (
    <TextsProvider bundle="panel" timeZone={own.evening.timeZone}>
      <Content registration={registration} own={own} list={list} />
    </TextsProvider>
  );
}

interface ContentProps {
  registration: string;
  own: OwnQuestions;
  list: PanelList;
}

function Content({ registration, own, list }: ContentProps) {
  const text = useText();
  const [failure, setFailure] = useState<unknown>();
  const waiting = waitingVotes(useEntries(`registration:${registration}`));
  usePage(text('panel.title'));
  const { evening } = own;
  const isOpen = evening.isRunning && list.phase !== 'closed' && own.isCheckedIn;
  const mine = new Set(own.questions.map(({ id }) => id));
  const ordered = orderQuestions(list.questions);
  const showQuestion = (question: ShownQuestion): ReactNode => {
    const mayVote = isOpen && question.state !== 'answered' && !mine.has(question.id);
    const voted = waiting.get(question.id) ?? own.voted.includes(question.id);
    return (
      <QuestionCard
        question={question}
        isOnStage={question.state === 'on-stage'}
        act={
          mayVote ? (
            <VoteButton
              registration={registration}
              evening={evening.id}
              question={question}
              voted={voted}
              onFailure={setFailure}
            />
          ) : (
            <span>{text('questions.votes', { count: question.votes })}</span>
          )
        }
      />
    );
  };
  return (
    <Stack space="l">
      <PageHeader title={text('panel.title')} over={evening.theme}>
        {evening.isRunning ? <Lead>{text(`panel.lead.${list.phase}`)}</Lead> : null}
      </PageHeader>
      <Closed own={own} list={list} />
      {isOpen ? (
        <AskForm
          registration={registration}
          questions={ordered.filter(({ id }) => !mine.has(id))}
          showQuestion={showQuestion}
        />
      ) : null}
      <OwnList registration={registration} own={own} list={list} />
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      {waiting.size > 0 ? <Notice kind="info">{text('panel.vote.waits')}</Notice> : null}
      <PanelQuestions questions={ordered} mine={mine} isOpen={isOpen} showQuestion={showQuestion} />
      <div>
        <LinkButton look="secondary" href={`/me/${registration}`}>
          {text('panel.back')}
        </LinkButton>
      </div>
    </Stack>
  );
}

/** Why nobody can ask just now, and what to do instead. */
function Closed({ own, list }: Pick<ContentProps, 'own' | 'list'>) {
  const text = useText();
  const { isOver, isRunning } = own.evening;
  if (isOver) return <Notice kind="info">{text('panel.over')}</Notice>;
  if (isRunning && list.phase === 'closed') return <Notice kind="info">{text('panel.closed')}</Notice>;
  if (isRunning && own.isCheckedIn) return null;
  return <EmptyState title={text('panel.before.title')}>{text('panel.before.text')}</EmptyState>;
}
