import { useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { Stack } from '../../../ui/layout/card.js';
import styles from './tell-dialog.module.css';

const WORDS_MAX = 1500;

export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

interface TellDialogProps {
  open: boolean;
  title: string;
  lead: string;
  differences: readonly Difference[];
  confirm: string;
  busy: boolean;
  danger?: boolean;
  onConfirm: (words: string) => void;
  onClose: () => void;
}

/** Before everyone is mailed: what changes, from what to what, and the organiser's own words with it. */
export function TellDialog(props: TellDialogProps) {
  const text = useText();
  const [words, setWords] = useState('');
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button
            look={props.danger ? 'danger' : 'primary'}
            busy={props.busy}
            onClick={() => props.onConfirm(words)}
          >
            {props.confirm}
          </Button>
          <Button look="quiet" onClick={props.onClose}>
            {text('planning.tell.back')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{props.lead}</p>
        <dl className={styles.differences}>
          {props.differences.map(({ label, before, after }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <del>{before}</del>
              </dd>
              <dd>
                <ins>{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
        <TextArea
          id="words"
          label={text('planning.tell.words')}
          hint={text('planning.tell.wordsHint')}
          limit={WORDS_MAX}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </Stack>
    </Dialog>
  );
}
