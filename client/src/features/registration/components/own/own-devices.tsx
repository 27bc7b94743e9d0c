import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../../lib/http/request.js';
import { useNavigate } from '../../../../lib/router/router.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { Spinner } from '../../../../ui/feedback/spinner.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Stack } from '../../../../ui/layout/card.js';
import { devicesQuery } from '../../api.js';
import { OwnLink } from '../own-link.js';
import styles from './own.module.css';

/** Where the own page is open; a new link ends the others (product rule 14). */
export function OwnDevices({ registration }: { registration: string }) {
  const text = useText();
  const dates = useDates();
  const client = useQueryClient();
  const navigate = useNavigate();
  const devices = useQuery(devicesQuery(registration));
  const params = { registration };
  const renew = useMutation({
    mutationFn: () => request('POST /api/me/:registration/personal-link', { params }),
    onSuccess: () => client.invalidateQueries({ queryKey: devicesQuery(registration).queryKey }),
  });
  const leave = useMutation({
    mutationFn: () => request('DELETE /api/me/:registration/session', { params, once: true }),
    onSuccess: () => {
      client.clear();
      navigate('/', { replace: true });
    },
  });
  const failure = devices.error ?? renew.error ?? leave.error;
  return (
    <Stack>
      <p>{text('personalPage.devices.text')}</p>
      {devices.isPending ? <Spinner words={text('personalPage.loading')} /> : null}
      <FormFailure words={failure === null ? undefined : problemText(text, failure)} />
      <ul className={styles.list}>
        {devices.data?.devices.map(({ label, since, seenAt, isThisOne }) => (
          <li key={`${label} ${since}`}>
            <span>
              {label}
              {isThisOne ? ` – ${text('personalPage.devices.this')}` : ''}
            </span>
            <span className={styles.soft}>
              {text('personalPage.devices.seen', { when: dates.write(seenAt, 'dateTime') })}
            </span>
          </li>
        ))}
      </ul>
      <p>{text('personalPage.devices.newLinkText')}</p>
      <div>
        <Button look="secondary" busy={renew.isPending} onClick={() => renew.mutate()}>
          {text('personalPage.devices.newLink')}
        </Button>
      </div>
      {renew.data ? (
        <>
          <Notice kind="success" announce>
            {text('personalPage.devices.newLinkDone')}
          </Notice>
          <OwnLink link={renew.data.personalLink} />
        </>
      ) : null}
      <div>
        <Button look="quiet" busy={leave.isPending} onClick={() => leave.mutate()}>
          {text('personalPage.devices.leave')}
        </Button>
      </div>
    </Stack>
  );
}
