import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { isProblem } from '../../../lib/http/problem-error.js';
import { request } from '../../../lib/http/request.js';
import { keptQuery } from '../../../lib/offline/kept-query.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { TextField } from '../../../ui/form/text-field.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { FailureNotice } from '../components/failure-notice.js';
import { forgetScan, keepScan } from '../kept-scan.js';
import { useScan } from '../use-scan.js';
import styles from './scan-screen.module.css';

/** A badge read with the phone's own camera. Whoever has an own page goes on after a click; a stranger learns nothing. */
export function BadgeLinkScreen() {
  const text = useText();
  const { token = '' } = useParams();
  const { data: session } = useSuspenseQuery({
    queryKey: ['session'],
    ...keptQuery('session', ({ signal }) => request('GET /api/session', { signal })),
  });
  const attendees = session.grants.filter(({ kind }) => kind === 'attendee');
  const knowsMe = attendees.length > 0;
  usePage(text('bingo.badge.title'));
  useEffect(() => {
    if (!knowsMe) keepScan(token, Date.now());
  }, [knowsMe, token]);
  return (
    <div className={styles.screen}>
      <PageHeader title={text(knowsMe ? 'bingo.badge.title' : 'bingo.badge.unknown')}>
        {knowsMe ? null : <Lead>{text('bingo.badge.unknownText')}</Lead>}
      </PageHeader>
      {knowsMe ? (
        attendees.map(({ subjectId, name, place }) => (
          <GoOn
            key={subjectId}
            token={token}
            registration={subjectId}
            name={name}
            place={place}
            alone={attendees.length === 1}
          />
        ))
      ) : (
        <SendMyLink token={token} />
      )}
    </div>
  );
}

interface GoOnProps {
  token: string;
  registration: string;
  name: string;
  place: string;
  alone: boolean;
}

function GoOn({ token, registration, name, place, alone }: GoOnProps) {
  const text = useText();
  const scan = useScan(registration, true);
  const go = () => {
    forgetScan();
    scan.send({ by: 'badge', token });
  };
  return (
    <>
      {alone ? <p>{text('bingo.badge.as', { name, place })}</p> : null}
      <FailureNotice error={scan.error} />
      <Button wide busy={scan.isPending} onClick={go}>
        {alone ? text('bingo.badge.go') : text('bingo.badge.goAs', { name, place })}
      </Button>
    </>
  );
}

function SendMyLink({ token }: { token: string }) {
  const text = useText();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      request('POST /api/badges/link-requests', { body: { badge: token, email }, once: true }),
  });
  const fault = isProblem(ask.error) ? ask.error.errors['#/email'] : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  return (
    <>
      {ask.isSuccess ? (
        <Notice kind="success" announce>
          {text('bingo.badge.sent')}
        </Notice>
      ) : null}
      <form noValidate className={styles.code} onSubmit={submit}>
        {fault === undefined ? <FailureNotice error={ask.error} /> : null}
        <TextField
          type="email"
          autoComplete="email"
          label={text('bingo.badge.email')}
          marked={false}
          required
          error={fault}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <Button type="submit" wide busy={ask.isPending}>
          {text('bingo.badge.send')}
        </Button>
      </form>
      <p>{text('bingo.badge.door')}</p>
    </>
  );
}
