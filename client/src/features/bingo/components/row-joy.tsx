import type { ReactNode } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Celebration } from '../../../ui/celebration/celebration.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import type { CardChange } from '../api.js';
import styles from './row-joy.module.css';

interface RowJoyProps {
  /** The change that filled a row; undefined shows nothing. */
  change: CardChange | undefined;
  /** In or out of the draw, with the box to opt in: stands under the first row's words. */
  drawEntry?: ReactNode;
  onClose: () => void;
}

/** A row is full: joy that a reduced-motion phone shows lying still, and what it brings. */
export function RowJoy({ change, drawEntry, onClose }: RowJoyProps) {
  const text = useText();
  const count = change?.completed.length ?? 0;
  const first = change?.ticket === 'gained';
  return (
    <Dialog
      open={count > 0}
      title={text('bingo.row.title', { count })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{text('bingo.row.close')}</Button>}
    >
      <div className={styles.band}>
        <Celebration />
      </div>
      <p>{text(first ? 'bingo.row.first' : 'bingo.row.more')}</p>
      {first ? drawEntry : null}
    </Dialog>
  );
}
