import type { ButtonHTMLAttributes, MouseEvent, Ref } from 'react';
import { Spinner } from '../feedback/spinner.js';
import { useWords } from '../text/words.js';
import styles from './button.module.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  /** The press is being worked on: keeps the focus, takes no second press, says so. */
  busy?: boolean;
  wide?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'primary',
  busy = false,
  wide,
  type = 'button',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const words = useWords();
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // Not `disabled`: that would drop the focus of whoever pressed by keyboard.
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      onClick={press}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      className={buttonClass(look, wide)}
    >
      {busy ? <Spinner words={words.busy} hideWords /> : null}
      {children}
    </button>
  );
}

export function buttonClass(look: ButtonLook, wide?: boolean): string {
  return [styles.button, styles[look], wide ? styles.wide : ''].join(' ').trim();
}
