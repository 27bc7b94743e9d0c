import { CREW_ROLES } from '@hillo/domain/accounts';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Table } from '../../../ui/data/table.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card, CardGrid, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { crewDevicesQuery } from '../api.js';
import { CrewQr } from '../components/crew-qr.js';

/** Phones of the door and tablets of the host: given by QR, seen, taken away with a tap. */
export function CrewScreen() {
  const text = useText();
  const dates = useDates();
  const { evening = '' } = useParams();
  const client = useQueryClient();
  const { devices } = useSuspenseQuery(crewDevicesQuery(evening)).data;
  const [failure, setFailure] = useState<unknown>();
  usePage(text('planning.tabs.crew'));
  const revoke = async (device: string) => {
    setFailure(undefined);
    await request('DELETE /api/evenings/:evening/crew-devices/:device', { params: { evening, device } }).then(
      (left) => client.setQueryData(crewDevicesQuery(evening).queryKey, left),
      setFailure,
    );
  };
  return (
    <Stack space="l">
      <PageHeader title={text('planning.tabs.crew')}>
        <Lead>{text('planning.crew.lead')}</Lead>
      </PageHeader>
      <CardGrid>
        {CREW_ROLES.map((role) => (
          <Card key={role} heading={<h2>{text(`planning.crew.${role}.title`)}</h2>}>
            <CrewQr evening={evening} role={role} />
          </Card>
        ))}
      </CardGrid>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      {devices.length === 0 ? (
        <EmptyState title={text('planning.crew.emptyTitle')}>{text('planning.crew.emptyText')}</EmptyState>
      ) : (
        <Table
          caption={text('planning.crew.devices')}
          rows={devices}
          rowKey={({ id }) => id}
          columns={[
            { key: 'holder', header: text('planning.crew.holder'), cell: ({ holderName }) => holderName },
            {
              key: 'role',
              header: text('planning.crew.role'),
              cell: ({ role }) => text(`planning.crew.${role}.name`),
            },
            {
              key: 'seen',
              header: text('planning.crew.seen'),
              cell: ({ seenAt }) => (seenAt === null ? '–' : dates.write(seenAt, 'dateTime')),
            },
            {
              key: 'revoke',
              header: text('planning.crew.revocation'),
              cell: ({ id, holderName }) => (
                <Button
                  look="quiet"
                  aria-label={text('planning.crew.revokeNamed', { name: holderName })}
                  onClick={() => void revoke(id)}
                >
                  {text('planning.crew.revoke')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Stack>
  );
}
