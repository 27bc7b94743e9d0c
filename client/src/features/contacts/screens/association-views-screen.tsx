import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Table } from '../../../ui/data/table.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type AssociationViews, closeView, viewsQuery } from '../api.js';
import { ExportTable } from '../components/export-table.js';
import { OpenViewForm } from '../components/open-view-form.js';

type View = AssociationViews['views'][number];

/** The organiser opens and closes associations' views, and sees in counts what has been exported. */
export function AssociationViewsScreen() {
  const text = useText();
  const dates = useDates();
  const client = useQueryClient();
  const { evening = '' } = useParams();
  const { data } = useSuspenseQuery(viewsQuery(evening));
  const [closing, setClosing] = useState<View>();
  const [failure, setFailure] = useState<unknown>();
  usePage(text('associations.title'));
  const show = (views: AssociationViews) => client.setQueryData(viewsQuery(evening).queryKey, views);
  const close = async () => {
    if (!closing) return;
    setFailure(undefined);
    await closeView(evening, closing.id).then(show, setFailure);
    setClosing(undefined);
  };
  const isOpen = ({ revokedAt, expiresAt }: View) => revokedAt === null && new Date(expiresAt) > new Date();
  const until = (view: View) => {
    if (view.revokedAt !== null)
      return text('associations.list.closed', { date: dates.write(view.revokedAt, 'date') });
    const date = dates.write(view.expiresAt, 'date');
    return text(isOpen(view) ? 'associations.list.openUntil' : 'associations.list.expired', { date });
  };
  return (
    <Stack space="l">
      <PageHeader title={text('associations.title')}>
        <Lead>{text('associations.lead')}</Lead>
      </PageHeader>
      <Card heading={<h2>{text('associations.open.title')}</h2>}>
        <OpenViewForm evening={evening} affiliations={data.affiliations} onOpened={show} />
      </Card>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      {data.views.length === 0 ? (
        <p>{text('associations.list.empty')}</p>
      ) : (
        <Table
          caption={text('associations.list.caption')}
          rows={data.views}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'affiliation',
              header: text('associations.list.affiliation'),
              cell: ({ affiliation }) => <bdi>{affiliation}</bdi>,
            },
            { key: 'email', header: text('associations.list.email'), cell: ({ email }) => email },
            { key: 'until', header: text('associations.list.until'), cell: until },
            {
              key: 'changes',
              header: text('associations.list.changes'),
              cell: (view) =>
                isOpen(view) ? (
                  <Button
                    look="quiet"
                    aria-label={text('associations.list.closeNamed', { name: view.affiliation })}
                    onClick={() => setClosing(view)}
                  >
                    {text('associations.list.close')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      <ExportTable exports={data.exports} />
      <Dialog
        open={closing !== undefined}
        title={text('associations.close.title')}
        onClose={() => setClosing(undefined)}
        actions={
          <>
            <Button look="danger" onClick={() => void close()}>
              {text('associations.close.confirm')}
            </Button>
            <Button look="quiet" onClick={() => setClosing(undefined)}>
              {text('ui.close')}
            </Button>
          </>
        }
      >
        <p>{text('associations.close.text', { name: closing?.affiliation ?? '' })}</p>
      </Dialog>
    </Stack>
  );
}
