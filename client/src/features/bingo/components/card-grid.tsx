import { ROWS } from '@hillo/domain/bingo';
import { useText } from '../../../lib/texts/texts.js';
import { SignIcon } from '../../../ui/feedback/sign-icon.js';
import type { CardView } from '../api.js';
import { markAt } from '../board.js';
import { promptWords } from '../prompt-words.js';
import { PersonMarker } from './person-marker.js';
import styles from './card-grid.module.css';

interface CardGridProps {
  card: CardView;
  /** Squares whose mark waits for the network. */
  waiting: readonly number[];
  onOpen: (square: number) => void;
}

/** Nine squares, three by three; each opens on a tap. */
export function CardGrid({ card, waiting, onOpen }: CardGridProps) {
  const inRow = new Set(card.rows.flatMap((row) => ROWS[row] ?? []).map(Number));
  return (
    <ol className={styles.grid}>
      {card.prompts.map((prompt, square) => (
        <li key={prompt.id}>
          <SquareButton
            card={card}
            square={square}
            inRow={inRow.has(square)}
            waits={waiting.includes(square)}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ol>
  );
}

interface SquareButtonProps {
  card: CardView;
  square: number;
  inRow: boolean;
  waits: boolean;
  onOpen: (square: number) => void;
}

function SquareButton({ card, square, inRow, waits, onOpen }: SquareButtonProps) {
  const text = useText();
  const prompt = card.prompts[square];
  const mark = markAt(card, square);
  if (!prompt) return null;
  const words = promptWords(text, prompt);
  const filledBy = mark && (mark.person?.firstName || text('bingo.card.nameless'));
  const state = [
    filledBy ?? text('bingo.card.empty'),
    prompt.coloured && text('bingo.card.coloured'),
    inRow && text('bingo.card.inRow'),
    waits && text('waiting.square.short'),
  ].filter(Boolean);
  const look = [
    styles.square,
    prompt.coloured && styles.coloured,
    mark && styles.filled,
    inRow && styles.inRow,
  ];
  return (
    <button
      type="button"
      className={look.filter(Boolean).join(' ')}
      aria-label={`${words.title}: ${state.join(', ')}`}
      onClick={() => onOpen(square)}
    >
      {mark ? (
        <>
          {mark.person ? <PersonMarker marker={mark.person.marker} /> : null}
          <span className={styles.name}>{filledBy}</span>
          {inRow ? (
            <span className={styles.check}>
              <SignIcon sign="success" />
            </span>
          ) : null}
        </>
      ) : (
        <>
          <span lang={words.lang} className={styles.prompt}>
            {words.title}
          </span>
          {waits ? <span className={styles.waits}>{text('waiting.square.short')}</span> : null}
        </>
      )}
    </button>
  );
}
