import { dates } from '@hillo/i18n';
import { useLanguage, useText } from '../../../../lib/texts/texts.js';
import { LinkButton } from '../../../../ui/actions/link-button.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import type { OwnPage } from '../../api.js';
import styles from './own.module.css';

/** Whether the person comes, and to what. */
export function EveningCard({ page: { evening, registration, seatsBefore, comesWith } }: { page: OwnPage }) {
  const text = useText();
  const { locale } = useLanguage();
  const write = dates(locale, evening.timeZone);
  const { state } = registration;
  const look = { confirmed: '', waiting: styles.waiting, cancelled: styles.cancelled }[state];
  return (
    <>
      <p>
        <span className={`${styles.state} ${look}`.trim()}>{text(`personalPage.state.${state}`)}</span>
      </p>
      {evening.state === 'cancelled' ? (
        <Notice kind="warning">{text('personalPage.eveningCancelled')}</Notice>
      ) : null}
      {state === 'waiting' ? (
        <p>{text('personalPage.stateText.waiting', { before: seatsBefore ?? 0 })}</p>
      ) : null}
      {state === 'cancelled' ? <p>{text('personalPage.stateText.cancelled')}</p> : null}
      {comesWith === null ? null : <p>{text('personalPage.comesWith', { name: comesWith })}</p>}
      <dl className={styles.facts}>
        <div>
          <dt>{text('personalPage.when')}</dt>
          <dd>{write.span(evening.startsAt, evening.endsAt, 'longDateTime')}</dd>
        </div>
        <div>
          <dt>{text('personalPage.where')}</dt>
          <dd>
            <bdi>{[evening.venueName, evening.venueAddress].filter((part) => part !== '').join(', ')}</bdi>
          </dd>
        </div>
        <div>
          <dt>{text('personalPage.organiser')}</dt>
          <dd>
            <bdi>{evening.organiser}</bdi>
          </dd>
        </div>
      </dl>
      <div>
        <LinkButton look="secondary" href={`/e/${evening.slug}`}>
          {text('personalPage.eveningPage')}
        </LinkButton>
      </div>
    </>
  );
}
