import { type ReactNode, useEffect, useState } from 'react';
import { whenIdle } from '../../../lib/page/when-idle.js';
import { useEntries } from '../../../lib/offline/waiting.js';
import { loadDecoder } from '../../../lib/scanner/decoder.js';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Aside } from '../../../ui/text/text.js';
import { type CardChange, useCard, useLiveCard } from '../api.js';
import { CardGrid } from '../components/card-grid.js';
import { FailureNotice } from '../components/failure-notice.js';
import { KeptScanNotice } from '../components/kept-scan-notice.js';
import { Offers } from '../components/offers.js';
import { RowJoy } from '../components/row-joy.js';
import { SquareDialog } from '../components/square/square-dialog.js';
import { useMark } from '../use-mark.js';
import { waitingMarks } from '../waiting-marks.js';
import styles from './card-section.module.css';

interface CardSectionProps {
  registration: string;
  /** In or out of the draw, with the box to opt in. */
  drawEntry?: ReactNode;
}

/** The bingo card on the own page, after check-in: scan, squares, offers, rows (S58 to S60, S65). */
export function CardSection({ registration, drawEntry }: CardSectionProps) {
  const text = useText();
  const { card, encounters } = useCard(registration);
  const [open, setOpen] = useState<number>();
  const [joy, setJoy] = useState<CardChange>();
  useLiveCard(registration);
  useScannerReady();
  const marks = useMark(registration, (change) => {
    setOpen(undefined);
    if (change && change.completed.length > 0) setJoy(change);
  });
  const waiting = waitingMarks(useEntries(`registration:${registration}`));
  const close = () => {
    setOpen(undefined);
    marks.forget();
  };
  return (
    <section aria-labelledby="bingo-card" className={styles.section}>
      <h2 id="bingo-card">{text('bingo.card.title')}</h2>
      <KeptScanNotice registration={registration} />
      <Offers
        registration={registration}
        card={card}
        encounters={encounters.filter(({ id }) => !waiting.some(({ encounter }) => encounter === id))}
        marks={marks}
      />
      {open === undefined ? <FailureNotice error={marks.error} /> : null}
      {card.marks.length === 0 ? <p>{text('bingo.card.lead')}</p> : null}
      <LinkButton wide href={`/me/${registration}/scan`}>
        {text('bingo.card.scan')}
      </LinkButton>
      <CardGrid card={card} waiting={waiting.map(({ square }) => square)} onOpen={setOpen} />
      <p className={styles.rows}>
        {text('bingo.card.rows', { count: card.rows.length })}
        {card.ticket ? <strong className={styles.ticket}>{text('bingo.card.ticket')}</strong> : null}
      </p>
      <Aside>{text('bingo.card.legend')}</Aside>
      {card.marks.length === card.prompts.length ? <Notice>{text('bingo.card.full')}</Notice> : null}
      {card.frozen ? <Notice>{text('bingo.card.frozen')}</Notice> : null}
      <SquareDialog
        registration={registration}
        card={card}
        square={open}
        waiting={waiting.find(({ square }) => square === open)}
        marks={marks}
        onClose={close}
      />
      <RowJoy change={joy} drawEntry={drawEntry} onClose={() => setJoy(undefined)} />
    </section>
  );
}

/** The camera's reader is fetched while the phone has nothing else to do, so that the first scan need not wait for it. */
function useScannerReady(): void {
  useEffect(() => (window.isSecureContext ? whenIdle(loadDecoder) : undefined), []);
}
