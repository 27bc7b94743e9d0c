import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { personName } from '../../../lib/texts/person-name.js';
import { useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { FailureNotice } from '../components/failure-notice.js';
import { promptWords } from '../prompt-words.js';
import type { PaperCard, PaperSheet, Ticks } from './api.js';
import { PaperLine } from './paper-line.js';
import styles from './paper.module.css';

/** A card that is typed in: its boxes, its nine lines, and whom no square takes. Each line is saved by itself. */
export function PaperForm({ sheet, opened }: { sheet: PaperSheet; opened: PaperCard }) {
  const text = useText();
  const [card, setCard] = useState(opened);
  const codes = useRef<(HTMLInputElement | null)[]>([]);
  const entered = (index: number) => (changed: PaperCard) => {
    setCard(changed);
    codes.current[index + 1]?.focus();
  };
  const lines = [
    ...card.squares.map(({ square, prompt, filled }) => ({
      square: square as number | null,
      filled,
      heading: text('paperEntry.line', { number: square + 1, prompt: promptWords(text, prompt).title }),
    })),
    { square: null, filled: false, heading: text('paperEntry.extra') },
  ];
  return (
    <Stack space="l">
      <header className={styles.whose}>
        <h2>{text('paperEntry.whose', { name: personName(text, card.owner.firstName) })}</h2>
        {card.owner.affiliation ? (
          <p>
            <bdi>{card.owner.affiliation}</bdi>
          </p>
        ) : null}
        <p>{text('paperEntry.rows', { count: card.rows })}</p>
      </header>
      {card.frozen ? <Notice kind="warning">{text('paperEntry.frozen')}</Notice> : null}
      <PaperBoxes sheet={sheet} card={card} onTicked={setCard} />
      <ol className={styles.lines}>
        {lines.map(({ square, heading, filled }, index) => (
          <li key={square ?? 'extra'}>
            <PaperLine
              sheet={sheet}
              square={square}
              heading={heading}
              filled={filled}
              onEntered={entered(index)}
              code={(field) => {
                codes.current[index] = field;
              }}
            />
          </li>
        ))}
      </ol>
    </Stack>
  );
}

interface PaperBoxesProps {
  sheet: PaperSheet;
  card: PaperCard;
  onTicked: (card: PaperCard) => void;
}

function PaperBoxes({ sheet, card: { boxes }, onTicked }: PaperBoxesProps) {
  const text = useText();
  // What was ticked shows at once; a refusal shows what holds.
  const [wished, setWished] = useState<Partial<PaperCard['boxes']>>({});
  const tick = useMutation({
    mutationFn: (ticks: Ticks) => sheet.tick(ticks),
    onSuccess: onTicked,
    onSettled: () => setWished({}),
  });
  const ticked = { ...boxes, ...wished };
  const change = (ticks: Ticks) => {
    setWished((earlier) => ({ ...earlier, ...ticks }));
    tick.mutate(ticks);
  };
  return (
    <Card heading={<h3>{text('paperEntry.boxes')}</h3>}>
      <Checkbox
        label={text('paperEntry.draw')}
        checked={ticked.draw}
        onChange={({ target }) => change({ draw: target.checked })}
      />
      <Checkbox
        label={text('paperEntry.share')}
        hint={boxes.nothingToShare ? text('paperEntry.nothingToShare') : undefined}
        checked={ticked.share}
        onChange={({ target }) => change({ share: target.checked })}
      />
      <FailureNotice error={tick.error} />
    </Card>
  );
}
