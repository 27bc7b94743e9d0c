import { useState } from 'react';
import { useText } from '../../lib/texts/texts.js';
import { Button } from '../../ui/actions/button.js';
import { ButtonRow } from '../../ui/actions/button-row.js';
import { Celebration } from '../../ui/celebration/celebration.js';
import { useAnnounce } from '../../ui/feedback/announcer.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Notice } from '../../ui/feedback/notice.js';
import { ProgressBar } from '../../ui/feedback/progress-bar.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import styles from './gallery.module.css';
import { Sample } from './sample.js';

export function FeedbackSamples() {
  const text = useText();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const [joys, setJoys] = useState(0);
  const close = () => setOpen(false);
  return (
    <>
      <Sample title={text('gallery.noticesTitle')}>
        {(['info', 'success', 'warning', 'error'] as const).map((kind) => (
          <Notice key={kind} kind={kind} title={text(`gallery.${kind}`)}>
            {text('gallery.noticeText')}
          </Notice>
        ))}
        <ButtonRow>
          <Button look="secondary" onClick={() => setOpen(true)}>
            {text('gallery.openDialog')}
          </Button>
          <Button look="secondary" onClick={() => announce(text('gallery.announced'))}>
            {text('gallery.announce')}
          </Button>
        </ButtonRow>
        <Dialog
          open={open}
          title={text('gallery.dialogTitle')}
          onClose={close}
          actions={
            <>
              <Button look="danger" onClick={close}>
                {text('gallery.danger')}
              </Button>
              <Button look="quiet" onClick={close}>
                {text('ui.close')}
              </Button>
            </>
          }
        >
          <p>{text('gallery.dialogText')}</p>
        </Dialog>
        <Spinner words={text('app.loading')} />
        <ProgressBar
          label={text('gallery.progress')}
          value={34}
          max={85}
          words={text('gallery.progressWords', { inside: 34, all: 85 })}
        />
        <EmptyState title={text('gallery.emptyTitle')}>{text('gallery.emptyText')}</EmptyState>
      </Sample>
      <Sample title={text('gallery.joyTitle')}>
        <div className={styles.joy}>
          {joys > 0 ? <Celebration key={joys} /> : null}
          <Button onClick={() => setJoys(joys + 1)}>{text('gallery.joy')}</Button>
        </div>
      </Sample>
    </>
  );
}
