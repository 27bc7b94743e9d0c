import { type InputHTMLAttributes, type Ref, useId } from 'react';
import { FieldError, type FieldProps, Mark, splitFieldProps } from './field.js';
import styles from './form.module.css';

interface CheckboxProps extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'required' | 'type'> {
  ref?: Ref<HTMLInputElement>;
}

/** A tick; the whole row is pressed. */
export function Checkbox(props: CheckboxProps) {
  const { field, control } = splitFieldProps(props);
  const made = useId();
  const id = control.id ?? made;
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      {field.error ? <FieldError id={`${id}-error`}>{field.error}</FieldError> : null}
      <label className={styles.choice}>
        <input
          {...control}
          type="checkbox"
          id={id}
          required={field.required}
          aria-describedby={described || undefined}
          aria-invalid={field.error ? true : undefined}
        />
        <span>
          {field.label} {field.required && field.marked !== false ? <Mark required /> : null}
        </span>
      </label>
      {field.hint ? (
        <div id={`${id}-hint`} className={`${styles.hint} ${styles.choiceHint}`}>
          {field.hint}
        </div>
      ) : null}
    </div>
  );
}
