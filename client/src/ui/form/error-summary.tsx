import { useEffect, useRef } from 'react';
import { SignIcon } from '../feedback/sign-icon.js';
import { useWords } from '../text/words.js';
import styles from './form.module.css';

export interface FormFault {
  /** Id of the control that is to be mended. */
  readonly field: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  faults: readonly FormFault[];
  /** Which sending of the form this tells of, from 1; each takes the focus once, typing afterwards keeps it. */
  attempt: number;
}

/** What is wrong in a form that was sent; takes the focus when it appears, each line leads to its field. */
export function ErrorSummary({ faults, attempt }: ErrorSummaryProps) {
  const words = useWords();
  const element = useRef<HTMLDivElement>(null);
  const answered = useRef(0);
  useEffect(() => {
    if (answered.current === attempt || faults.length === 0) return;
    answered.current = attempt;
    element.current?.focus();
  }, [attempt, faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={element} role="alert" tabIndex={-1} className={styles.summary}>
      <p className={styles.summaryTitle}>
        <SignIcon sign="error" />
        {words.fixThese(faults.length)}
      </p>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
