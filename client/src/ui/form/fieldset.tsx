import { type ReactNode, useId } from 'react';
import { FieldError, Mark } from './field.js';
import styles from './form.module.css';

interface FieldsetProps {
  /** For links of an error summary. */
  id?: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Said behind the legend if given. */
  required?: boolean;
  children: ReactNode;
}

/** Fields that belong together, under one name. */
export function Fieldset({ id, legend, hint, error, required, children }: FieldsetProps) {
  const made = useId();
  const base = id ?? made;
  const described = [hint && `${base}-hint`, error && `${base}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={base}
      className={styles.fieldset}
      aria-describedby={described || undefined}
      tabIndex={id ? -1 : undefined}
    >
      <legend className={styles.legend}>
        {legend} {required === undefined ? null : <Mark required={required} />}
      </legend>
      {hint ? (
        <div id={`${base}-hint`} className={styles.hint}>
          {hint}
        </div>
      ) : null}
      {error ? <FieldError id={`${base}-error`}>{error}</FieldError> : null}
      {children}
    </fieldset>
  );
}
