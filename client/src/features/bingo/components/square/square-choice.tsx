import type { JudgedSquare } from '@hillo/domain/bingo';
import { useText } from '../../../../lib/texts/texts.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import { Aside } from '../../../../ui/text/text.js';
import type { CardPrompt } from '../../api.js';
import { fitting } from '../../board.js';
import { promptWords } from '../../prompt-words.js';
import styles from './square-choice.module.css';

interface SquareChoiceProps {
  prompts: readonly CardPrompt[];
  squares: readonly JudgedSquare[];
  /** Whom the square is for, and the name of the side that both are on, for the reasons. */
  name: string;
  side: string;
  busy: boolean;
  onChoose: (square: number) => void;
}

/** Only squares that take the person, each with its reason where it is coloured; why not the others, on asking. */
export function SquareChoice({ prompts, squares, name, side, busy, onChoose }: SquareChoiceProps) {
  const text = useText();
  const open = fitting(squares);
  const closed = squares.filter((square) => !open.includes(square));
  const reason = ({ verdict }: JudgedSquare) => text(`bingo.verdict.${verdict}`, { name, side });
  const words = ({ square }: JudgedSquare) => {
    const prompt = prompts[square];
    return prompt ? promptWords(text, prompt) : { title: '', starter: '' };
  };
  return (
    <>
      {open.length === 0 ? <p>{text('bingo.choose.none')}</p> : null}
      <ul className={styles.choices}>
        {open.map((judged) => (
          <li key={judged.square}>
            <button
              type="button"
              className={`${styles.choice} ${prompts[judged.square]?.coloured ? styles.coloured : ''}`.trim()}
              aria-disabled={busy || undefined}
              onClick={() => busy || onChoose(judged.square)}
            >
              <span lang={words(judged).lang} className={styles.title}>
                {words(judged).title}
              </span>
              {judged.verdict === 'fits' ? null : <span className={styles.reason}>{reason(judged)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {closed.length > 0 ? (
        <Disclosure summary={text('bingo.choose.others')}>
          <ul className={styles.closed}>
            {closed.map((judged) => (
              <li key={judged.square}>
                <span lang={words(judged).lang}>{words(judged).title}</span>
                <Aside>{reason(judged)}</Aside>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
