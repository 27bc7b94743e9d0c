import { useId } from 'react';
import styles from './layout.module.css';

interface LanguageOption {
  readonly value: string;
  /** BCP 47, for the name's pronunciation. */
  readonly tag: string;
  readonly name: string;
}
interface LanguageSwitcherProps {
  label: string;
  value: string;
  options: readonly LanguageOption[];
  onChoose: (value: string) => void;
}

export function LanguageSwitcher({ label, value, options, onChoose }: LanguageSwitcherProps) {
  const id = useId();
  return (
    <div className={styles.language} data-print="no">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.tag}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
