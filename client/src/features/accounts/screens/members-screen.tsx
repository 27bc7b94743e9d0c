import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Table } from '../../../ui/data/table.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type MemberList, membersQuery } from '../api.js';
import { InviteForm } from '../components/invite-form.js';
import { MemberDialog } from '../components/member-dialog.js';

type Member = MemberList['members'][number];

/** Members of an organisation and their roles; invitations still open. */
export function MembersScreen() {
  const text = useText();
  const dates = useDates();
  const { organisation = '' } = useParams();
  const client = useQueryClient();
  const { members, invitations } = useSuspenseQuery(membersQuery(organisation)).data;
  const [edited, setEdited] = useState<Member>();
  const [failure, setFailure] = useState<unknown>();
  usePage(text('accounts.members.title'));
  const show = (list: MemberList) => client.setQueryData(membersQuery(organisation).queryKey, list);
  const withdraw = async (invitation: string) => {
    setFailure(undefined);
    await request('DELETE /api/organisations/:organisation/invitations/:invitation', {
      params: { organisation, invitation },
    }).then(show, setFailure);
  };
  const roleNames = (roles: Member['roles']) =>
    roles.map((role) => text(`accounts.roles.${role}.name`)).join(', ');
  return (
    <Stack space="l">
      <PageHeader title={text('accounts.members.title')}>
        <Lead>{text('accounts.members.lead')}</Lead>
      </PageHeader>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      <Table
        caption={text('accounts.members.caption')}
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: text('accounts.members.name'),
            cell: ({ name, isYou }) => (isYou ? text('accounts.members.you', { name }) : name),
          },
          { key: 'email', header: text('accounts.members.email'), cell: ({ email }) => email },
          { key: 'roles', header: text('accounts.members.roles'), cell: ({ roles }) => roleNames(roles) },
          {
            key: 'change',
            header: text('accounts.members.changes'),
            cell: (member) => (
              <Button
                look="quiet"
                aria-label={text('accounts.members.changeNamed', { name: member.name })}
                onClick={() => setEdited(member)}
              >
                {text('accounts.members.change')}
              </Button>
            ),
          },
        ]}
      />
      {invitations.length === 0 ? null : (
        <Table
          caption={text('accounts.members.invited')}
          rows={invitations}
          rowKey={({ id }) => id}
          columns={[
            { key: 'email', header: text('accounts.members.email'), cell: ({ email }) => email },
            { key: 'roles', header: text('accounts.members.roles'), cell: ({ roles }) => roleNames(roles) },
            {
              key: 'until',
              header: text('accounts.members.until'),
              cell: ({ expiresAt }) => dates.write(expiresAt, 'date'),
            },
            {
              key: 'withdraw',
              header: text('accounts.members.changes'),
              cell: ({ id, email }) => (
                <Button
                  look="quiet"
                  aria-label={text('accounts.members.withdrawNamed', { email })}
                  onClick={() => void withdraw(id)}
                >
                  {text('accounts.members.withdraw')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Card jam="blueberry" heading={<h2>{text('accounts.invite.title')}</h2>}>
        <InviteForm organisation={organisation} onInvited={show} />
      </Card>
      <MemberDialog
        key={edited?.id ?? ''}
        organisation={organisation}
        member={edited}
        onClose={() => setEdited(undefined)}
        onChanged={show}
      />
    </Stack>
  );
}
