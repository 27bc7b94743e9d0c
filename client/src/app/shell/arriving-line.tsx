import { useEffect, useState } from 'react';
import { useArriving } from '../../lib/router/router.js';
import { useText } from '../../lib/texts/texts.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import styles from './shell.module.css';

/** A page that is there sooner is not announced as awaited, in milliseconds. */
const SOON = 500;

/** Says that the next page is on its way, while the one before it still stands. */
export function ArrivingLine() {
  return useArriving() ? <Late /> : null;
}

function Late() {
  const text = useText();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SOON);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? (
    <div className={styles.arriving}>
      <Spinner words={text('app.loading')} />
    </div>
  ) : null;
}
