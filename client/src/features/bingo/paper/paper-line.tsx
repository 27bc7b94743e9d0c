import { digitsIn } from '@hillo/domain/door';
import { type FormEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { keepDraft, readDraft } from '../../../lib/form/kept-draft.js';
import { isProblem } from '../../../lib/http/problem-error.js';
import { randomUuid } from '../../../lib/http/uuid.js';
import { personName } from '../../../lib/texts/person-name.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { CodeInput } from '../../../ui/form/code-input.js';
import { TextField } from '../../../ui/form/text-field.js';
import type { EnteredRow, PaperCard, PaperSheet } from './api.js';
import styles from './paper.module.css';

interface PaperLineProps {
  sheet: PaperSheet;
  /** Null: a meeting that no square takes. */
  square: number | null;
  heading: string;
  /** Somebody is in the square already. */
  filled: boolean;
  onEntered: (card: PaperCard) => void;
  code: Ref<HTMLInputElement>;
}

const UNWRITTEN = { other: '', agreed: '', nextStep: '' };
type Written = typeof UNWRITTEN;

/** What the square does not take may stand without one. */
const SQUARE_REFUSALS = ['square-filled', 'other-side-needed', 'already-on-card'] as const;

/** One line of the card: code, what was agreed, how to go on. Enter saves it; a refusal stands right below what was typed. */
export function PaperLine({ sheet, square, heading, filled, onEntered, code }: PaperLineProps) {
  const text = useText();
  const draft = `${sheet.key}.${square ?? 'extra'}`;
  const [written, setWritten] = useState<Written>(
    () => (readDraft(draft) as Written | undefined) ?? UNWRITTEN,
  );
  const [saved, setSaved] = useState<EnteredRow>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // The same line sent again is the same act; what was changed is another one.
  const operation = useRef(randomUuid());
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(code, () => field.current as HTMLInputElement);

  const write = (change: Partial<Written>) => {
    const next = { ...written, ...change };
    operation.current = randomUuid();
    setWritten(next);
    setSaved(undefined);
    setFailure(undefined);
    keepDraft(draft, next);
  };
  const send = async (into: number | null) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const entered = await sheet.enter({ ...written, square: into }, operation.current);
      keepDraft(draft, undefined);
      setSaved(entered);
      onEntered(entered.card);
    } catch (error) {
      setFailure(error);
      field.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(square);
  };
  const withoutSquare = () => {
    operation.current = randomUuid();
    void send(null);
  };
  const id = `line-${square ?? 'extra'}`;
  return (
    <form noValidate className={styles.line} aria-labelledby={id} onSubmit={submit}>
      <h3 id={id}>
        {heading}
        {filled ? <span className={styles.filled}>({text('paperEntry.filled')})</span> : null}
      </h3>
      <div className={styles.fields}>
        <CodeInput
          ref={field}
          read={digitsIn}
          label={text('paperEntry.code')}
          hint=""
          marked={false}
          enterKeyHint="next"
          value={written.other}
          onChange={(other) => write({ other })}
        />
        <TextField
          label={text('paperEntry.agreed')}
          marked={false}
          autoComplete="off"
          value={written.agreed}
          onChange={({ target }) => write({ agreed: target.value })}
        />
        <TextField
          label={text('paperEntry.nextStep')}
          marked={false}
          autoComplete="off"
          value={written.nextStep}
          onChange={({ target }) => write({ nextStep: target.value })}
        />
        <Button type="submit" look="secondary" busy={busy}>
          {text('paperEntry.save')}
        </Button>
      </div>
      <Outcome saved={saved} failure={failure} onWithout={square === null ? undefined : withoutSquare} />
    </form>
  );
}

interface OutcomeProps {
  saved: EnteredRow | undefined;
  failure: unknown;
  onWithout: (() => void) | undefined;
}

function Outcome({ saved, failure, onWithout }: OutcomeProps) {
  const text = useText();
  if (saved) {
    const name = personName(text, saved.other.firstName);
    return (
      <Notice kind="success" announce>
        {text(saved.already ? 'paperEntry.already' : 'paperEntry.saved', { name })}
      </Notice>
    );
  }
  if (failure === undefined) return null;
  const { title, detail } = problemText(text, failure);
  const mayStandWithout = SQUARE_REFUSALS.some((refusal) => isProblem(failure, refusal));
  return (
    <Notice
      kind="error"
      announce
      title={title}
      actions={
        mayStandWithout && onWithout ? (
          <Button look="secondary" onClick={onWithout}>
            {text('paperEntry.without')}
          </Button>
        ) : undefined
      }
    >
      {detail}
    </Notice>
  );
}
