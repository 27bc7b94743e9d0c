import type { MemberRole } from '@hillo/domain/accounts';
import { isLocale, type Locale, LOCALES } from '@hillo/domain/shared';
import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useLanguage, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Select } from '../../../ui/form/select.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import type { MemberList } from '../api.js';
import { RolesField } from './roles-field.js';

interface Written {
  email: string;
  roles: MemberRole[];
  locale: Locale;
}

/** Invites by e-mail. */
export function InviteForm({
  organisation,
  onInvited,
}: {
  organisation: string;
  onInvited: (list: MemberList) => void;
}) {
  const text = useText();
  const { locale } = useLanguage();
  const form = useForm<Written, MemberList>({
    saved: { email: '', roles: ['organiser'], locale },
    fields: { '#/email': 'invite-email', '#/roles': 'invite-roles' },
    send: (body) =>
      request('POST /api/organisations/:organisation/invitations', { params: { organisation }, body }),
    onSaved: onInvited,
  });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <Stack>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        {form.state === 'saved' ? (
          <Notice kind="success" announce>
            {text('accounts.invite.sent', { email: form.written.email })}
          </Notice>
        ) : null}
        <TextField
          id="invite-email"
          type="email"
          autoComplete="off"
          required
          marked={false}
          label={text('accounts.invite.email')}
          value={form.written.email}
          error={form.errors['invite-email']}
          onChange={({ target }) => form.write({ email: target.value })}
        />
        <RolesField
          id="invite-roles"
          value={form.written.roles}
          error={form.errors['invite-roles']}
          onChange={(roles) => form.write({ roles })}
        />
        <Select
          id="invite-language"
          label={text('accounts.invite.language')}
          marked={false}
          empty={false}
          value={form.written.locale}
          options={LOCALES.map((value) => ({ value, label: text(`app.languageNames.${value}`) }))}
          onChange={({ target }) => isLocale(target.value) && form.write({ locale: target.value })}
        />
        <div>
          <Button type="submit" busy={form.state === 'sending'}>
            {text('accounts.invite.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
