import { type ReactNode, useId } from 'react';
import { SignIcon } from '../feedback/sign-icon.js';
import { useWords } from '../text/words.js';
import styles from './form.module.css';

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to mend it; shown beside the field and read with it. */
  error?: string;
  required?: boolean;
  /** Says behind the label whether the field may stay empty; off in a form of one field. */
  marked?: boolean;
}

/** What ties a control to its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean;
}

/** Takes a field's own properties out of what goes to the control. */
export function splitFieldProps<Props extends FieldProps>(props: Props) {
  const { label, hint, error, required, marked, ...control } = props;
  return { field: { label, hint, error, required, marked }, control };
}

interface FieldFrameProps extends FieldProps {
  id?: string;
  after?: ReactNode;
  /** Ids of what stands in `after` and is to be read with the control. */
  describedBy?: string;
  children: (control: ControlProps) => ReactNode;
}

export function Field({
  id,
  label,
  hint,
  error,
  required = false,
  marked = true,
  after,
  describedBy,
  children,
}: FieldFrameProps) {
  const made = useId();
  const controlId = id ?? made;
  const described = [hint && `${controlId}-hint`, error && `${controlId}-error`, describedBy]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={controlId} className={styles.label}>
        {label} {marked ? <Mark required={required} /> : null}
      </label>
      {hint ? (
        <div id={`${controlId}-hint`} className={styles.hint}>
          {hint}
        </div>
      ) : null}
      {error ? <FieldError id={`${controlId}-error`}>{error}</FieldError> : null}
      {children({
        id: controlId,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        required,
      })}
      {after}
    </div>
  );
}

export function Mark({ required }: { required: boolean }) {
  const words = useWords();
  return <span className={styles.mark}>({required ? words.required : words.optional})</span>;
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className={styles.error}>
      <SignIcon sign="error" />
      <span>{children}</span>
    </p>
  );
}
