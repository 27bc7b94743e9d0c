import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { dates } from '@hillo/i18n';
import { type FormEvent, useState } from 'react';
import { isProblem } from '../../../lib/http/problem-error.js';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useLanguage, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { TextField } from '../../../ui/form/text-field.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import styles from './walk-in-screen.module.css';

/** Opened by a crew QR: says what this device will be, and becomes it when its holder has given a name (rule 13). */
export function ClaimScreen() {
  const text = useText();
  const { locale } = useLanguage();
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [holderName, setHolderName] = useState('');
  const { data: link } = useSuspenseQuery({
    queryKey: ['door', 'crew-link', token],
    queryFn: () => request('POST /api/crew-links/look', { body: { token }, once: true }),
    staleTime: Infinity,
    retry: false,
  });
  usePage(text(`door.claim.${link.role}`));
  const claim = useMutation({
    mutationFn: () => request('POST /api/session/crew', { body: { token, holderName }, once: true }),
    onSuccess: async ({ eveningId, role }) => {
      await client.invalidateQueries({ queryKey: ['session'] });
      navigate(`/${role}/${eveningId}`, { replace: true });
    },
  });
  const fault = isProblem(claim.error) ? claim.error.errors['#/holderName'] : undefined;
  const told = claim.error && fault === undefined ? problemText(text, claim.error) : undefined;
  const when = dates(locale, link.timeZone).write(link.startsAt, 'longDateTime');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!claim.isPending) claim.mutate();
  };
  return (
    <>
      <PageHeader
        title={text(`door.claim.${link.role}`)}
        over={text('door.claim.where', { evening: link.evening, place: link.place, when })}
      >
        <Lead>{text(`door.claim.${link.role}Text`)}</Lead>
      </PageHeader>
      <form noValidate className={styles.form} onSubmit={send}>
        {told ? (
          <Notice kind="error" announce title={told.title}>
            {told.detail}
          </Notice>
        ) : null}
        <TextField
          id="holderName"
          label={text('door.claim.name')}
          hint={text('door.claim.nameHint')}
          marked={false}
          required
          error={fault}
          autoComplete="name"
          value={holderName}
          onChange={({ target }) => setHolderName(target.value)}
        />
        <Button type="submit" wide busy={claim.isPending}>
          {text('door.claim.submit')}
        </Button>
      </form>
    </>
  );
}
