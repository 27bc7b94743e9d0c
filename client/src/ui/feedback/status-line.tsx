import type { ReactNode } from 'react';
import { SignIcon, type Sign } from './sign-icon.js';
import styles from './status-line.module.css';

/** One quiet line on how it goes, with a sign and words; `children` is what can be done about it. */
export function StatusLine({ sign, words, children }: { sign: Sign; words: string; children?: ReactNode }) {
  return (
    <div className={styles.line} data-sign={sign} data-print="no">
      <SignIcon sign={sign} />
      <p>{words}</p>
      {children}
    </div>
  );
}
