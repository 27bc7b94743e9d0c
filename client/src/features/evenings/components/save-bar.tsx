import type { FormState } from '../../../lib/form/use-form.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import styles from './save-bar.module.css';

interface SaveBarProps {
  state: FormState;
  isUnsaved: boolean;
  onDiscard: () => void;
}

/** Saves the form it stands in, and always says whether everything is saved. */
export function SaveBar({ state, isUnsaved, onDiscard }: SaveBarProps) {
  const text = useText();
  return (
    <div className={styles.bar}>
      <Button type="submit" busy={state === 'sending'}>
        {text('planning.save.save')}
      </Button>
      {isUnsaved ? (
        <Button look="quiet" onClick={onDiscard}>
          {text('planning.save.discard')}
        </Button>
      ) : null}
      <output className={styles.state}>
        {state === 'saved' ? text('planning.save.saved') : isUnsaved ? text('planning.save.unsaved') : ''}
      </output>
    </div>
  );
}
