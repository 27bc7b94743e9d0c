import { useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Stack } from '../../../ui/layout/card.js';
import styles from './evening.module.css';

/** The own link, to be copied; a browser that forbids copying lets it be selected. */
export function OwnLink({ link }: { link: string }) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <section aria-labelledby="own-link">
      <Stack space="s">
        <h3 id="own-link">{text('registration.done.linkTitle')}</h3>
        <p className={styles.link}>{link}</p>
        <p>{text('registration.done.linkKeep')}</p>
        {/* Browsers give the clipboard to secure pages only. */}
        {'clipboard' in navigator ? (
          <div>
            <Button look="secondary" onClick={() => void copy()}>
              {text('registration.done.copy')}
            </Button>
          </div>
        ) : null}
        {copied ? (
          <Notice kind="success" announce>
            {text('registration.done.copied')}
          </Notice>
        ) : null}
      </Stack>
    </section>
  );
}
