import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../actions/button.js';
import { useWords } from '../text/words.js';
import styles from './dialog.module.css';

interface DialogProps {
  open: boolean;
  title: string;
  /** Asked by the close button and the Escape key; the owner sets `open` to false. */
  onClose: () => void;
  /** Buttons at the foot; without them there is one that closes. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside and gives it back to where it came from. */
export function Dialog({ open, title, onClose, actions, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const words = useWords();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      aria-labelledby={titleId}
      className={styles.dialog}
      onCancel={(event) => {
        // The owner decides; a browser that closes all the same is followed in onClose.
        event.preventDefault();
        onClose();
      }}
      onClose={() => open && onClose()}
    >
      {open ? (
        <div className={styles.content}>
          <h2 id={titleId}>{title}</h2>
          <div className={styles.body}>{children}</div>
          <div className={styles.actions}>
            {actions ?? (
              <Button look="secondary" onClick={onClose}>
                {words.close}
              </Button>
            )}
          </div>
        </div>
      ) : null}
    </dialog>
  );
}
