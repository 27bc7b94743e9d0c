import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Table } from '../../../ui/data/table.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { affiliationsQuery, type ListedAffiliation, useReadListAnew } from '../api.js';
import { AddForm } from '../components/add-form.js';
import { EditDialog } from '../components/edit-dialog.js';
import { ImportForm } from '../components/import-form.js';

/** The list that forms suggest from: search, one by one, many at once. */
export function AffiliationsScreen() {
  const text = useText();
  const { organisation = '' } = useParams();
  const [search, setSearch] = useState('');
  const [showsRetired, setShowsRetired] = useState(false);
  const [edited, setEdited] = useState<ListedAffiliation>();
  const asked = useDeferredValue(search.trim());
  const retired = showsRetired ? 'yes' : 'no';
  const list = useInfiniteQuery(affiliationsQuery(organisation, { search: asked, retired }));
  const readAnew = useReadListAnew(organisation);
  usePage(text('affiliations.title'));
  const counts = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.affiliations) ?? [];
  const isEmpty = counts !== undefined && counts.listed + counts.retired === 0;
  return (
    <Stack space="l">
      <PageHeader title={text('affiliations.title')}>
        <Lead>{text('affiliations.lead')}</Lead>
      </PageHeader>
      <FormFailure words={list.error === null ? undefined : problemText(text, list.error)} />
      {list.isPending ? <Spinner words={text('app.loading')} /> : null}
      {isEmpty ? (
        <EmptyState title={text('affiliations.none.title')}>{text('affiliations.none.text')}</EmptyState>
      ) : null}
      {counts ? <Additions organisation={organisation} startsOpen={isEmpty} onChanged={readAnew} /> : null}
      {counts === undefined || isEmpty ? null : (
        <search>
          <Stack>
            <TextField
              type="search"
              label={text('affiliations.search')}
              marked={false}
              value={search}
              onChange={({ target }) => setSearch(target.value)}
            />
            {counts.retired > 0 ? (
              <Checkbox
                label={text('affiliations.showRetired', { count: counts.retired })}
                checked={showsRetired}
                onChange={({ target }) => setShowsRetired(target.checked)}
              />
            ) : null}
          </Stack>
        </search>
      )}
      {list.isSuccess && rows.length === 0 && !isEmpty && asked !== '' ? (
        <EmptyState title={text('affiliations.noneFound.title')}>
          {text('affiliations.noneFound.text')}
        </EmptyState>
      ) : null}
      {rows.length > 0 && counts ? (
        <Rows
          rows={rows}
          caption={text(showsRetired ? 'affiliations.captionRetired' : 'affiliations.caption', {
            count: showsRetired ? counts.retired : counts.listed,
          })}
          onEdit={setEdited}
        />
      ) : null}
      {list.hasNextPage ? (
        <div>
          <Button look="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text('affiliations.more')}
          </Button>
        </div>
      ) : null}
      {edited ? (
        <EditDialog
          organisation={organisation}
          listed={edited}
          onClose={() => setEdited(undefined)}
          onChanged={() => {
            setEdited(undefined);
            readAnew();
          }}
        />
      ) : null}
    </Stack>
  );
}

interface AdditionsProps {
  organisation: string;
  startsOpen: boolean;
  onChanged: () => void;
}

/** One by one, or many at once. They open by themselves for an empty list only, and stay as they are while it fills. */
function Additions({ organisation, startsOpen, onChanged }: AdditionsProps) {
  const text = useText();
  const [isOpen] = useState(startsOpen);
  const [added, setAdded] = useState<string>();
  return (
    <Stack space="s">
      <Disclosure summary={text('affiliations.add.title')} open={isOpen}>
        <Stack>
          {added === undefined ? null : (
            <Notice kind="success" announce>
              {text('affiliations.add.added', { name: added })}
            </Notice>
          )}
          <AddForm
            organisation={organisation}
            onAdded={({ name }) => {
              setAdded(name);
              onChanged();
            }}
          />
        </Stack>
      </Disclosure>
      <Disclosure summary={text('affiliations.import.title')} open={isOpen}>
        <ImportForm organisation={organisation} onImported={onChanged} />
      </Disclosure>
    </Stack>
  );
}

interface RowsProps {
  rows: readonly ListedAffiliation[];
  caption: string;
  onEdit: (listed: ListedAffiliation) => void;
}

function Rows({ rows, caption, onEdit }: RowsProps) {
  const text = useText();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: text('affiliations.name'), cell: ({ name }) => name },
        {
          key: 'sector',
          header: text('affiliations.sectorAndMunicipality'),
          cell: ({ sector, municipality }) => (
            <>
              {text(`sectors.names.${sector}`)}
              <br />
              {municipality || text('affiliations.wholeArea')}
            </>
          ),
        },
        {
          key: 'change',
          header: text('affiliations.changes'),
          cell: (listed) => (
            <Button
              look="quiet"
              aria-label={text('affiliations.changeNamed', { name: listed.name })}
              onClick={() => onEdit(listed)}
            >
              {text('affiliations.change')}
            </Button>
          ),
        },
      ]}
    />
  );
}
