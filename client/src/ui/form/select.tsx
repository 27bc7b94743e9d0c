import type { Ref, SelectHTMLAttributes } from 'react';
import { useWords } from '../text/words.js';
import { Field, type FieldProps, splitFieldProps } from './field.js';
import styles from './form.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
}
interface SelectProps
  extends FieldProps, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'required' | 'children'> {
  options: readonly Option[];
  /** Starts with an empty "Choose"; off when there is always a value. */
  empty?: boolean;
  ref?: Ref<HTMLSelectElement>;
}

/** The phone's own list. */
export function Select({ options, empty = true, ...props }: SelectProps) {
  const { field, control } = splitFieldProps(props);
  const words = useWords();
  return (
    <Field {...field} id={control.id}>
      {(tied) => (
        <select {...control} {...tied} className={`${styles.control} ${styles.select}`}>
          {empty ? <option value="">{words.chooseOne}</option> : null}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
