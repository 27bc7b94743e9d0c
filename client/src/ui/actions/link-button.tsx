import type { AnchorHTMLAttributes } from 'react';
import { buttonClass, type ButtonLook } from './button.js';

interface LinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  look?: ButtonLook;
  wide?: boolean;
}

/** Goes somewhere, and looks as important as a button. */
export function LinkButton({ look = 'primary', wide, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass(look, wide)}>
      {children}
    </a>
  );
}
