import { orderQuestions, type QuestionState } from '@hillo/domain/panel';
import { type ReactNode, useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Segments } from '../../../ui/form/segments.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Aside, Lead } from '../../../ui/text/text.js';
import { type DeskQuestion, usePanelDesk } from '../desk/api.js';
import styles from '../desk/panel-desk.module.css';
import { NoteForm, PanelSettings } from '../desk/panel-settings.js';
import { type DialogKind, QuestionDialog } from '../desk/question-dialogs.js';
import { OrderedList, QuestionList } from '../desk/question-list.js';
import { TypeInForm } from '../desk/type-in-form.js';
import { useAct } from '../desk/use-act.js';

const TABS = ['waiting', 'shown', 'answered', 'hidden'] as const;
type Tab = (typeof TABS)[number];
const STATES: Readonly<Record<Tab, readonly QuestionState[]>> = {
  waiting: ['waiting'],
  shown: ['shown'],
  answered: ['answered'],
  hidden: ['hidden', 'merged'],
};
const MERGED_INTO: readonly QuestionState[] = ['waiting', 'shown', 'on-stage'];
const FILES = ['pdf', 'xlsx', 'csv'] as const;

/** `/host/:evening/questions`: what comes in, what is shown, and the one on the stage. */
export function PanelDeskScreen({ isOrganiser = false }: { isOrganiser?: boolean }) {
  const text = useText();
  const { evening = '' } = useParams();
  const desk = usePanelDesk(evening);
  const { busy, failure, act, forgive } = useAct(evening);
  const [chosen, setChosen] = useState<Tab>();
  const [dialog, setDialog] = useState<{ kind: DialogKind; id: string }>();
  usePage(text('panelDesk.title'));
  const inTab = (tab: Tab) =>
    orderQuestions(desk.questions.filter(({ state }) => STATES[tab].includes(state)));
  const tab = chosen ?? (inTab('waiting').length > 0 ? 'waiting' : 'shown');
  const onStage = desk.questions.filter(({ state }) => state === 'on-stage');
  const opened = dialog && desk.questions.find(({ id }) => id === dialog.id);
  const failed = <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />;
  const acts = {
    act,
    mayMarkForTable: isOrganiser,
    onDialog: (kind: DialogKind, { id }: DeskQuestion) => {
      forgive();
      setDialog({ kind, id });
    },
  };
  const questions = inTab(tab);
  const List = tab === 'shown' ? OrderedList : QuestionList;
  return (
    <Stack space="l">
      <PageHeader title={text('panelDesk.title')}>
        <Lead>{text('panelDesk.lead')}</Lead>
      </PageHeader>
      {!isOrganiser && desk.note !== '' ? (
        <Notice kind="info" title={text('panelDesk.note.title')}>
          {desk.note}
        </Notice>
      ) : null}
      <PanelSettings desk={desk} act={act} />
      {dialog ? null : failed}
      <section aria-labelledby="question-on-stage">
        <Stack>
          <h2 id="question-on-stage">{text('panelDesk.onStage.title')}</h2>
          {onStage.length > 0 ? (
            <QuestionList {...acts} desk={desk} questions={onStage} />
          ) : (
            <p>{text('panelDesk.onStage.none')}</p>
          )}
        </Stack>
      </section>
      <section aria-labelledby="questions-of-tab">
        <Stack>
          <h2 id="questions-of-tab">{text('panelDesk.openDesk')}</h2>
          <div className={styles.tabs}>
            <Segments
              legend={text('panelDesk.tabs.label')}
              value={tab}
              choices={TABS.map((value) => ({
                value,
                label: text(`panelDesk.tabs.${value}`, { count: inTab(value).length }),
              }))}
              onChange={setChosen}
            />
          </div>
          {questions.length > 0 ? <List {...acts} desk={desk} questions={questions} /> : <Empty tab={tab} />}
          <Aside>{text('panelDesk.keys.text')}</Aside>
        </Stack>
      </section>
      <Disclosure summary={text('panelDesk.typed.title')}>
        <TypeInForm evening={evening} />
      </Disclosure>
      {isOrganiser ? (
        <>
          <Card heading={<h2>{text('panelDesk.note.title')}</h2>}>
            <NoteForm desk={desk} />
          </Card>
          <Files evening={evening} />
        </>
      ) : null}
      {dialog && opened ? (
        <QuestionDialog
          kind={dialog.kind}
          evening={evening}
          question={opened}
          others={orderQuestions(
            desk.questions.filter(({ id, state }) => id !== opened.id && MERGED_INTO.includes(state)),
          )}
          busy={busy}
          act={act}
          failure={failed}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </Stack>
  );
}

/** The same for the organiser, who writes to the host and takes the list along. */
export function OrganiserPanelScreen() {
  return <PanelDeskScreen isOrganiser />;
}

/** A helper’s page: questions from slips of paper. */
export function TypeInScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  usePage(text('panelDesk.typed.title'));
  return (
    <Stack space="l">
      <PageHeader title={text('panelDesk.typed.title')}>
        <Lead>{text('panelDesk.typed.lead')}</Lead>
      </PageHeader>
      <TypeInForm evening={evening} />
    </Stack>
  );
}

function Empty({ tab }: { tab: Tab }): ReactNode {
  const text = useText();
  return (
    <EmptyState title={text(`panelDesk.empty.${tab}`)}>
      {tab === 'waiting' || tab === 'shown' ? text(`panelDesk.empty.${tab}Text`) : undefined}
    </EmptyState>
  );
}

function Files({ evening }: { evening: string }) {
  const text = useText();
  return (
    <Card heading={<h2>{text('panelDesk.files.title')}</h2>}>
      <p>{text('panelDesk.files.text')}</p>
      <ButtonRow>
        {FILES.map((format) => (
          <LinkButton
            key={format}
            look="secondary"
            href={`/api/evenings/${evening}/question-files/${format}`}
            download
          >
            {text(`panelDesk.files.${format}`)}
          </LinkButton>
        ))}
      </ButtonRow>
    </Card>
  );
}
