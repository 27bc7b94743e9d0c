import { lengthInMinutes, possibleEvents, splitLength } from '@hillo/domain/evenings';
import { useState } from 'react';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { useEvening, useShowEvening } from '../api.js';
import { SharePanel } from '../components/share-panel.js';
import styles from './form.module.css';

/** What the evening is now, and the next thing to do with it. */
export function OverviewScreen() {
  const text = useText();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  const show = useShowEvening();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [done, setDone] = useState(false);
  usePage(text('planning.overview.title'));
  const events = possibleEvents(evening.state);
  const run = async (send: () => Promise<typeof evening>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      show(await send());
      setDone(true);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const params = { evening: id };
  return (
    <Stack space="l">
      <PageHeader title={text('planning.overview.title')} />
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      {done && evening.state === 'published' ? (
        <Notice kind="success" announce title={text('planning.overview.publishedTitle')}>
          {text('planning.overview.publishedText')}
        </Notice>
      ) : null}
      {events.includes('publish') ? (
        <Card jam="raspberry" heading={<h2>{text('planning.overview.publishTitle')}</h2>}>
          <p>{text('planning.overview.publishText')}</p>
          <div>
            <Button
              busy={busy}
              onClick={() => void run(() => request('POST /api/evenings/:evening/publish', { params }))}
            >
              {text('planning.overview.publish')}
            </Button>
          </div>
        </Card>
      ) : (
        <SharePanel evening={evening} />
      )}
      <Facts />
      <ButtonRow>
        <LinkButton look="secondary" href={`/organiser/evenings/${id}/copy`}>
          {text('planning.overview.copy')}
        </LinkButton>
        {events.includes('close') ? (
          <Button
            look="secondary"
            busy={busy}
            onClick={() => void run(() => request('POST /api/evenings/:evening/close', { params }))}
          >
            {text('planning.overview.close')}
          </Button>
        ) : null}
        {events.includes('cancel') ? (
          <LinkButton look="quiet" href={`/organiser/evenings/${id}/cancel`}>
            {text('planning.overview.cancel')}
          </LinkButton>
        ) : null}
      </ButtonRow>
    </Stack>
  );
}

function Facts() {
  const text = useText();
  const write = useDates();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  const { hours, minutes } = splitLength(
    lengthInMinutes(new Date(evening.startsAt), new Date(evening.endsAt)),
  );
  const length = [
    hours > 0 ? text('evenings.page.hours', { hours }) : '',
    minutes > 0 ? text('evenings.page.minutes', { minutes }) : '',
  ];
  const facts = [
    [text('evenings.page.theme'), evening.theme.text],
    [text('evenings.page.when'), write.span(evening.startsAt, evening.endsAt, 'longDateTime')],
    [text('evenings.page.length'), length.filter(Boolean).join(' ')],
    [
      text('evenings.page.where'),
      [evening.venue.name, evening.venue.address].filter(Boolean).join(', ') || '–',
    ],
    [text('planning.overview.registration'), text(`evenings.registration.${evening.registrationAnswer}`)],
    [
      text('planning.registration.capacity'),
      evening.capacity === null ? text('planning.overview.noCapacity') : write.number(evening.capacity),
    ],
  ] as const;
  return (
    <Card>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
