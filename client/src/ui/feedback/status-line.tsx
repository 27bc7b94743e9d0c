import type { ReactNode } from 'react';
import { SignIcon, type Sign } from './sign-icon.js';
import styles from './status-line.module.css';

interface StatusLineProps {
  sign: Sign;
  words?: string;
  children?: ReactNode;
}

/** One quiet line on how it goes, with a sign and words; `children` is what can be done about it. */
export function StatusLine({ sign, words, children }: StatusLineProps) {
  return (
    <div className={styles.line} data-sign={sign} data-print="no">
      <SignIcon sign={sign} />
      {words === undefined ? null : <p>{words}</p>}
      {children}
    </div>
  );
}
