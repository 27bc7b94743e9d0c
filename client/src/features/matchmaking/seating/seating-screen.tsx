import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from '../../../lib/form/use-form.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { beginRun, saveWishes, type Seating, seatingQuery, useSeating, type Wishes } from './api.js';
import { PeopleWishes } from './components/people-wishes.js';
import { RoundsForm } from './components/rounds-form.js';
import { RunPanel } from './components/run-panel.js';
import { TablesForm } from './components/tables-form.js';
import { PlanView } from './result/plan-view.js';

const FIELDS = { '#/rounds': 'rounds', '#/tables': 'tables' };

/** The organiser's table rounds on one page: tables, wishes, "seat them", the result, and what is printed (S31, S46). */
export function SeatingScreen() {
  const text = useText();
  const client = useQueryClient();
  const { evening = '' } = useParams();
  const { seating, progress } = useSeating(evening);
  usePage(text('seating.title'));
  const [base, setBase] = useState(() => baseOf(seating));
  const keep = (next: Seating) => client.setQueryData(seatingQuery(evening).queryKey, next);
  const form = useForm<Wishes, Seating>({
    saved: wishesOf(seating),
    // What is written is saved, and everybody is seated by it, with one press.
    send: async (wishes) => {
      const saved = await saveWishes(evening, base.version, wishes);
      setBase(baseOf(saved));
      keep(saved);
      return beginRun(evening);
    },
    onSaved: keep,
    fields: FIELDS,
    check: ({ tables }) => ({
      tables: tables.some(({ name }) => name.trim() === '') ? text('seating.tables.nameMissing') : undefined,
    }),
    keep: `seating.${evening}`,
  });
  const { written, write, discard } = form;
  useEffect(() => {
    // Somebody else saved: shown where nothing was written here; else saving says that the page has changed.
    if (seating.version === base.version || JSON.stringify(written) !== base.wishes) return;
    discard();
    setBase(baseOf(seating));
    // Only a new version asks.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [seating.version]);
  const failure = form.failure === undefined ? undefined : problemText(text, form.failure);
  return (
    <Stack space="l">
      <PageHeader title={text('seating.title')}>
        <Lead>{text('seating.lead')}</Lead>
      </PageHeader>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <Stack>
          <Card jam="blueberry" heading={<h2>{text('seating.tables.title')}</h2>}>
            <TablesForm seating={seating} wishes={written} onChange={write} error={form.errors['tables']} />
          </Card>
          <Card jam="cloudberry" heading={<h2>{text('seating.rounds.title')}</h2>}>
            <RoundsForm seating={seating} wishes={written} onChange={write} error={form.errors['rounds']} />
            <Disclosure summary={text('seating.people.title')}>
              <PeopleWishes seating={seating} wishes={written} onChange={write} />
            </Disclosure>
          </Card>
          <ErrorSummary faults={form.faults} attempt={form.attempt} />
          {failure ? (
            <Notice kind="error" announce title={failure.title}>
              {failure.detail}
            </Notice>
          ) : null}
          <RunPanel
            seating={seating}
            progress={progress}
            isSending={form.state === 'sending'}
            isUnsaved={form.isUnsaved}
            onDiscard={discard}
            onStopped={keep}
          />
        </Stack>
      </form>
      {seating.plan ? (
        <PlanView
          seating={seating}
          plan={seating.plan}
          wishes={written}
          onWish={write}
          isUnsaved={form.isUnsaved}
          onChanged={keep}
        />
      ) : null}
    </Stack>
  );
}

/** What the form started from: by its version the server knows whether somebody else saved meanwhile. */
function baseOf(seating: Seating): { version: number; wishes: string } {
  return { version: seating.version, wishes: JSON.stringify(wishesOf(seating)) };
}

function wishesOf(seating: Seating): Wishes {
  const { block, rounds, aim, crowd, countsEncounters, together, apart, locks, aside } = seating;
  const tables = seating.tables.filter(({ seats }) => seats > 0);
  return { block, tables, rounds, aim, crowd, countsEncounters, together, apart, locks, aside };
}
