import type { ReactNode } from 'react';
import { useText, useDates } from '../../../lib/texts/texts.js';
import { QrCode } from '../../../ui/data/qr-code.js';
import type { Stage } from '../api.js';
import { fitOf } from './fit.js';
import styles from './scenes.module.css';

type Block = Stage['programme'][number];

/** Words on the left, a code to read with the phone on the right. */
export function Split({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.split}>
      <div className={styles.words}>{children}</div>
      {aside}
    </div>
  );
}

export function Eyebrow({ children }: { children: ReactNode }) {
  return <p className={styles.eyebrow}>{children}</p>;
}

/** @param isSmall much else stands below it */
export function SceneTitle({ children, isSmall = false }: { children: string; isSmall?: boolean }) {
  return (
    <h1 className={styles.title} data-fit={isSmall ? 'm' : fitOf(children)}>
      {children}
    </h1>
  );
}

/** The code with what it is for, and the same address in letters for who has no camera. */
export function SceneQr({ title, link }: { title: string; link: string }) {
  const text = useText();
  return (
    <aside className={styles.qr} aria-label={title}>
      <p className={styles.qrTitle}>{title}</p>
      <div className={styles.qrCode}>
        <QrCode value={link} label={text('stage.qr', { address: shortAddress(link) })} />
      </div>
      <p className={styles.address} data-long={shortAddress(link).length > 26 || undefined}>
        {shortAddress(link)}
      </p>
    </aside>
  );
}

/** As one would say it: without the protocol. */
export function shortAddress(link: string): string {
  return link.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

export function useBlockWords() {
  const text = useText();
  const dates = useDates();
  return {
    title: ({ kind, title }: Block) => title || text(`evenings.programme.${kind}`),
    time: ({ startsAt, endsAt }: Block) => {
      if (startsAt === null) return '';
      return endsAt === null ? dates.write(startsAt, 'time') : dates.span(startsAt, endsAt, 'time');
    },
  };
}
