import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { Table } from '../../../ui/data/table.js';
import { passkeysQuery } from '../api.js';
import { makePasskey, wasDismissed, whyNoPasskeys } from '../passkeys.js';

/** Own passkeys: made on this device, removed one by one. */
export function PasskeyList() {
  const text = useText();
  const dates = useDates();
  const client = useQueryClient();
  const { passkeys } = useSuspenseQuery(passkeysQuery).data;
  const reason = whyNoPasskeys();
  const form = useForm({
    saved: { label: '' },
    fields: { '#/label': 'passkey-label' },
    check: ({ label }) =>
      label.trim() === '' ? { 'passkey-label': text('accounts.passkeys.labelMissing') } : {},
    send: ({ label }) =>
      makePasskey(label).catch((error: unknown) => {
        if (!wasDismissed(error)) throw error;
        return undefined;
      }),
    onSaved: (list) => list && client.setQueryData(passkeysQuery.queryKey, list),
  });
  const remove = async (passkey: string) => {
    const list = await request('DELETE /api/account/passkeys/:passkey', { params: { passkey } });
    client.setQueryData(passkeysQuery.queryKey, list);
  };
  return (
    <Stack>
      <p>{text('accounts.passkeys.text')}</p>
      {passkeys.length === 0 ? null : (
        <Table
          caption={text('accounts.passkeys.own')}
          rowKey={({ id }) => id}
          rows={passkeys}
          columns={[
            { key: 'label', header: text('accounts.passkeys.label'), cell: ({ label }) => label },
            {
              key: 'made',
              header: text('accounts.passkeys.made'),
              cell: ({ createdAt }) => dates.write(createdAt, 'date'),
            },
            {
              key: 'remove',
              header: text('accounts.passkeys.removal'),
              cell: ({ id, label }) => (
                <Button
                  look="quiet"
                  aria-label={text('accounts.passkeys.removeNamed', { label })}
                  onClick={() => void remove(id)}
                >
                  {text('accounts.passkeys.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {reason === undefined ? (
        <form noValidate onSubmit={(event) => void form.submit(event)}>
          <Stack>
            <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
            <TextField
              id="passkey-label"
              label={text('accounts.passkeys.newLabel')}
              hint={text('accounts.passkeys.newLabelHint')}
              required
              marked={false}
              value={form.written.label}
              error={form.errors['passkey-label']}
              onChange={({ target }) => form.write({ label: target.value })}
            />
            <div>
              <Button type="submit" look="secondary" busy={form.state === 'sending'}>
                {text('accounts.passkeys.make')}
              </Button>
            </div>
          </Stack>
        </form>
      ) : (
        <Notice>{text(`accounts.passkeys.${reason}`)}</Notice>
      )}
    </Stack>
  );
}
