import { type ChangeEvent, type Ref, type TextareaHTMLAttributes, useId, useState } from 'react';
import { useWords } from '../text/words.js';
import { Field, type FieldProps, splitFieldProps } from './field.js';
import styles from './form.module.css';

interface TextAreaProps
  extends FieldProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'required' | 'maxLength'> {
  /** Going over is told, not cut: nothing that was pasted is lost. */
  limit?: number;
  /** How the limit counts; UTF-16 units unless said otherwise. */
  count?: (text: string) => number;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ limit, count = utf16Units, ...props }: TextAreaProps) {
  const { field, control } = splitFieldProps(props);
  const [typed, setTyped] = useState(String(control.defaultValue ?? ''));
  const counterId = useId();
  const length = count(String(control.value ?? typed));
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(event.target.value);
    control.onChange?.(event);
  };
  const counter = limit === undefined ? null : <Counter id={counterId} left={limit - length} />;
  return (
    <Field {...field} id={control.id} after={counter} describedBy={counter ? counterId : undefined}>
      {(tied) => <textarea rows={4} {...control} {...tied} onChange={change} className={styles.control} />}
    </Field>
  );
}

const utf16Units = (text: string) => text.length;

function Counter({ id, left }: { id: string; left: number }) {
  const words = useWords();
  return (
    <p id={id} className={left < 0 ? styles.over : styles.hint}>
      {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
    </p>
  );
}
