import { useEffect, useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { Card } from '../../../ui/layout/card.js';
import type { Evening } from '../api.js';
import styles from './share-panel.module.css';

/** The public page: its address to copy, and the picture that goes with it. */
export function SharePanel({ evening }: { evening: Evening }) {
  const text = useText();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(evening.publicUrl);
    setCopied(true);
    announce(text('planning.share.copied'));
  };
  return (
    <Card jam="blueberry" heading={<h2>{text('planning.share.title')}</h2>}>
      <p>{text('planning.share.text')}</p>
      <p className={styles.address}>
        <a href={`/e/${evening.slug}`}>{evening.publicUrl}</a>
      </p>
      <ButtonRow>
        {/* Browsers give the clipboard to secure pages only; the address can be copied by hand. */}
        {'clipboard' in navigator ? (
          <Button look="secondary" onClick={() => void copy()}>
            {text(copied ? 'planning.share.copied' : 'planning.share.copy')}
          </Button>
        ) : null}
        <LinkButton look="secondary" href={`/api/public/evenings/${evening.slug}/share-image`} download>
          {text('planning.share.picture')}
        </LinkButton>
      </ButtonRow>
      <SharePicture evening={evening} />
    </Card>
  );
}

const TRIES = 5;
const PAUSE_MS = 2_000;

/** The picture is drawn right after publishing: until it is there, it is asked for again. */
function SharePicture({ evening }: { evening: Evening }) {
  const text = useText();
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (!missing || attempt === TRIES) return;
    const timer = setTimeout(() => {
      setAttempt(attempt + 1);
      setMissing(false);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [missing, attempt]);
  if (missing) return null;
  return (
    <img
      className={styles.picture}
      src={`/api/public/evenings/${evening.slug}/share-image?${attempt}`}
      width="1200"
      height="630"
      alt={text('planning.share.pictureAlt')}
      onError={() => setMissing(true)}
    />
  );
}
