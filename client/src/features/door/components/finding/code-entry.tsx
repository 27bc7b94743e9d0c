import { digitsIn } from '@hillo/domain/door';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { CodeInput } from '../../../../ui/form/code-input.js';
import styles from './code-entry.module.css';

/** Six digits on the number pad; the sixth sends. */
export function CodeEntry({ busy, onCode }: { busy: boolean; onCode: (code: string) => void }) {
  const text = useText();
  const [code, setCode] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form className={styles.entry} onSubmit={send}>
      <CodeInput
        read={digitsIn}
        label={text('door.code.label')}
        marked={false}
        value={code}
        onChange={setCode}
        onComplete={onCode}
      />
      <Button type="submit" wide busy={busy}>
        {text('door.code.submit')}
      </Button>
    </form>
  );
}
