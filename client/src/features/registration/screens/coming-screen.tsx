import { type ComingFilter, SIDES, type Side } from '@hillo/domain/registration';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Select } from '../../../ui/form/select.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Aside, Lead } from '../../../ui/text/text.js';
import { type ComingPerson, comingQuery, type Move, summaryQuery, useReadComingAnew } from '../coming-api.js';
import { Counts } from '../components/coming/counts.js';
import { AddDialog, EditDialog } from '../components/coming/hand-dialogs.js';
import { MoveDialog } from '../components/coming/move-dialog.js';
import { PeopleTable } from '../components/coming/people-table.js';
import styles from '../components/coming/coming.module.css';

type Filter = ComingFilter;
const FILTERS = [
  'everyone',
  'confirmed',
  'waiting',
  'checked-in',
  'unconfirmed',
  'duplicates',
  'cancelled',
] as const satisfies readonly Filter[];

type Open =
  | { readonly what: 'add' }
  | { readonly what: 'edit'; readonly person: ComingPerson }
  | { readonly what: 'move'; readonly person: ComingPerson; readonly move: Move };

/** Who is coming: counts, the list with search and filters, and everything that is done by hand. */
export function ComingScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('everyone');
  const [side, setSide] = useState<Side | ''>('');
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState<string>();
  const asked = useDeferredValue(search.trim());
  const summary = useQuery(summaryQuery(evening));
  const list = useInfiniteQuery(
    comingQuery(evening, { search: asked, filter, ...(side === '' ? {} : { side }) }),
  );
  const readAnew = useReadComingAnew(evening);
  usePage(text('coming.title'));
  const people = list.data?.pages.flatMap((page) => page.people) ?? [];
  const failure = list.error ?? summary.error;
  const isNarrowed = asked !== '' || filter !== 'everyone' || side !== '';
  const done = (sentence: string) => {
    setOpen(undefined);
    setSaid(sentence);
    readAnew();
  };
  return (
    <Stack space="l">
      <PageHeader title={text('coming.title')}>
        <Lead>{text('coming.intro')}</Lead>
      </PageHeader>
      <FormFailure words={failure === null ? undefined : problemText(text, failure)} />
      {summary.data ? <Counts summary={summary.data} /> : null}
      <ButtonRow>
        <Button onClick={() => setOpen({ what: 'add' })}>{text('coming.add.action')}</Button>
        <Export evening={evening} format="xlsx" />
        <Export evening={evening} format="csv" />
      </ButtonRow>
      <Aside>{text('coming.export.note')}</Aside>
      {said === undefined ? null : (
        <Notice kind="success" announce>
          {said}
        </Notice>
      )}
      <search className={styles.tools}>
        <TextField
          type="search"
          label={text('coming.search')}
          marked={false}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <Select
          label={text('coming.filterLabel')}
          marked={false}
          empty={false}
          value={filter}
          options={FILTERS.map((value) => ({ value, label: text(`coming.filter.${value}`) }))}
          onChange={({ target }) => setFilter(FILTERS.find((value) => value === target.value) ?? 'everyone')}
        />
        <Select
          label={text('coming.side')}
          marked={false}
          empty={false}
          value={side}
          options={[
            { value: '', label: text('coming.allSides') },
            ...SIDES.map((value) => ({ value, label: text(`sectors.sides.${value}`) })),
          ]}
          onChange={({ target }) => setSide(SIDES.find((value) => value === target.value) ?? '')}
        />
      </search>
      {list.isPending ? <Spinner words={text('coming.loading')} /> : null}
      {list.isSuccess && people.length === 0 ? (
        <EmptyState title={text(isNarrowed ? 'coming.nothing.title' : 'coming.empty.title')}>
          {text(isNarrowed ? 'coming.nothing.text' : 'coming.empty.text')}
        </EmptyState>
      ) : null}
      {people.length > 0 ? (
        <PeopleTable
          people={people}
          onEdit={(person) => setOpen({ what: 'edit', person })}
          onMove={(person, move) => setOpen({ what: 'move', person, move })}
        />
      ) : null}
      {list.hasNextPage ? (
        <div>
          <Button look="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text('coming.more')}
          </Button>
        </div>
      ) : null}
      <AddDialog
        evening={evening}
        open={open?.what === 'add'}
        onClose={() => setOpen(undefined)}
        onAdded={({ firstName, state }) =>
          done(text(state === 'waiting' ? 'coming.add.waiting' : 'coming.add.done', { name: firstName }))
        }
      />
      {open?.what === 'edit' ? (
        <EditDialog
          evening={evening}
          registration={open.person.id}
          onClose={() => setOpen(undefined)}
          onSaved={() => done(text('coming.edit.done'))}
          onMove={(person, move) => setOpen({ what: 'move', person, move })}
        />
      ) : null}
      {open?.what === 'move' ? (
        <MoveDialog
          evening={evening}
          person={open.person}
          move={open.move}
          onClose={() => setOpen(undefined)}
          onMoved={() => done(text('coming.move.done'))}
        />
      ) : null}
    </Stack>
  );
}

function Export({ evening, format }: { evening: string; format: 'csv' | 'xlsx' }) {
  const text = useText();
  return (
    <LinkButton
      look="secondary"
      download
      href={`/api/evenings/${evening}/registrations/export?format=${format}`}
    >
      {text(`coming.export.${format}`)}
    </LinkButton>
  );
}
