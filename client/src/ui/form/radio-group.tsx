import type { ReactNode } from 'react';
import { Fieldset } from './fieldset.js';
import styles from './form.module.css';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}
interface RadioGroupProps {
  id?: string;
  legend: ReactNode;
  name: string;
  choices: readonly Choice[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
}

export function RadioGroup({
  id,
  legend,
  name,
  choices,
  value,
  defaultValue,
  onChange,
  hint,
  error,
  required,
}: RadioGroupProps) {
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={error} required={required ?? false}>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              required={required}
              {...(value === undefined
                ? { defaultChecked: choice.value === defaultValue }
                : { checked: choice.value === value })}
              onChange={() => onChange?.(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint ? <span className={styles.inlineHint}>{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
