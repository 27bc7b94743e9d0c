import { type InputHTMLAttributes, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { formatCode } from '../data/code-display.js';
import { useWords } from '../text/words.js';
import { Field, type FieldProps, splitFieldProps } from './field.js';
import styles from './form.module.css';

interface CodeInputProps
  extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'required' | 'value' | 'onChange'> {
  /** The digits only. */
  value: string;
  onChange: (digits: string) => void;
  onComplete?: (digits: string) => void;
  length?: number;
  /** Finds the digits in what is typed; another one may forgive more. */
  read?: (typed: string, length: number) => string;
  ref?: Ref<HTMLInputElement>;
}

/** Whatever way a code is typed or pasted ("123 456", "123-456", "koodi: 123456"), its digits are found. */
export function digitsOf(typed: string, length: number): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, length);
}

/** A code of digits on the number pad. */
export function CodeInput({
  value,
  onChange,
  onComplete,
  length = 6,
  read = digitsOf,
  ref,
  ...props
}: CodeInputProps) {
  const { field, control } = splitFieldProps(props);
  const words = useWords();
  const element = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => element.current as HTMLInputElement);
  const caret = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (caret.current !== undefined && document.activeElement === element.current) {
      element.current?.setSelectionRange(caret.current, caret.current);
    }
    caret.current = undefined;
  });
  return (
    <Field {...field} hint={field.hint ?? words.codeHint} id={control.id}>
      {(tied) => (
        <input
          autoComplete="off"
          {...control}
          {...tied}
          ref={element}
          type="text"
          inputMode="numeric"
          enterKeyHint="go"
          spellCheck={false}
          value={formatCode(value)}
          className={`${styles.control} ${styles.code}`}
          onChange={({ target }) => {
            const digits = read(target.value, length);
            const before = read(target.value.slice(0, target.selectionStart ?? undefined), length);
            caret.current = before === digits ? formatCode(digits).length : formatCode(before).length;
            onChange(digits);
            if (digits.length === length && digits !== value) onComplete?.(digits);
          }}
        />
      )}
    </Field>
  );
}
