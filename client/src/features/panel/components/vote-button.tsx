import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { VisuallyHidden } from '../../../ui/text/visually-hidden.js';
import { vote } from '../api.js';
import type { ShownQuestion } from '../list-changes.js';
import styles from './panel.module.css';

interface VoteButtonProps {
  registration: string;
  evening: string;
  question: ShownQuestion;
  voted: boolean;
  onFailure: (failure: unknown) => void;
}

/** The one vote for a question, given and taken back by the same button; a second tap meanwhile does nothing. */
export function VoteButton({ registration, evening, question, voted, onFailure }: VoteButtonProps) {
  const text = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { id, votes } = question;
  const press = async () => {
    if (busy) return;
    setBusy(true);
    onFailure(undefined);
    await vote(client, registration, evening, id, !voted).catch(onFailure);
    setBusy(false);
  };
  return (
    <button
      type="button"
      className={styles.vote}
      aria-pressed={voted}
      aria-busy={busy || undefined}
      onClick={() => void press()}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M12 5l8 9h-5v6H9v-6H4z" />
      </svg>
      <span className={styles.count}>{votes}</span>
      <span className={styles.voteWord}>
        {text(voted ? 'panel.vote.given' : 'panel.vote.give')}
        <VisuallyHidden>: {question.text}</VisuallyHidden>
      </span>
    </button>
  );
}
