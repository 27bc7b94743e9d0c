import type { MemberRole } from '@hillo/domain/accounts';
import { useState } from 'react';
import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import type { MemberList } from '../api.js';
import { RolesField } from './roles-field.js';

interface MemberDialogProps {
  organisation: string;
  /** Undefined: closed. */
  member: MemberList['members'][number] | undefined;
  onClose: () => void;
  onChanged: (list: MemberList) => void;
}

/** Roles of one member, and removing them; the last organiser cannot go, and the server says so. */
export function MemberDialog({ organisation, member, onClose, onChanged }: MemberDialogProps) {
  const text = useText();
  const [removal, setRemoval] = useState<unknown>();
  const params = { organisation, member: member?.id ?? '' };
  const done = (list: MemberList) => {
    onChanged(list);
    onClose();
  };
  const form = useForm<{ roles: MemberRole[] }, MemberList>({
    saved: { roles: member?.roles ?? [] },
    fields: { '#/roles': 'member-roles' },
    send: (body) => request('PATCH /api/organisations/:organisation/members/:member', { params, body }),
    onSaved: done,
  });
  const remove = async () => {
    setRemoval(undefined);
    await request('DELETE /api/organisations/:organisation/members/:member', { params }).then(
      done,
      setRemoval,
    );
  };
  const failure = form.failure ?? removal;
  return (
    <Dialog
      open={member !== undefined}
      title={member?.name ?? ''}
      onClose={onClose}
      actions={
        <>
          <Button busy={form.state === 'sending'} onClick={() => void form.submit()}>
            {text('accounts.members.save')}
          </Button>
          <Button look="danger" onClick={() => void remove()}>
            {text('accounts.members.remove')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {text('ui.close')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        <RolesField
          id="member-roles"
          value={form.written.roles}
          error={form.errors['member-roles']}
          onChange={(roles) => form.write({ roles })}
        />
      </Stack>
    </Dialog>
  );
}
