import type { InputHTMLAttributes, Ref } from 'react';
import { Field, type FieldProps, splitFieldProps } from './field.js';
import styles from './form.module.css';

interface TextFieldProps extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'required'> {
  ref?: Ref<HTMLInputElement>;
}

/** One line of text, or an e-mail address, a phone number, a date: `type` says which. */
export function TextField(props: TextFieldProps) {
  const { field, control } = splitFieldProps(props);
  return (
    <Field {...field} id={control.id}>
      {(tied) => <input type="text" {...control} {...tied} className={styles.control} />}
    </Field>
  );
}
