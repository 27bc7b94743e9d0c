import { type InputHTMLAttributes, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useAnnounce } from '../feedback/announcer.js';
import { useWords } from '../text/words.js';
import { Field, type FieldProps, splitFieldProps } from '../form/field.js';
import form from '../form/form.module.css';
import styles from './suggest-field.module.css';

export interface Suggestion {
  /** What choosing it writes into the field. */
  readonly name: string;
  /** What tells equal names apart. */
  readonly detail: string;
}

interface SuggestFieldProps<Choice extends Suggestion>
  extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'required' | 'value' | 'onChange'> {
  value: string;
  onType: (typed: string) => void;
  onChoose: (choice: Choice) => void;
  /** Asked a moment after typing; when it fails the field stays a plain text field. */
  suggest: (typed: string, signal: AbortSignal) => Promise<readonly Choice[]>;
}

const PAUSE_MS = 150;
const SUGGEST_FROM = 2;

/** A text field with suggestions below it (WAI-ARIA combobox, list autocomplete). Anything may be written all the same. */
export function SuggestField<Choice extends Suggestion>(props: SuggestFieldProps<Choice>) {
  const { value, onType, onChoose, suggest, ...rest } = props;
  const { field, control } = splitFieldProps(rest);
  const list = useId();
  const words = useWords();
  const announce = useAnnounce();
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [active, setActive] = useState(-1);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);

  const stop = () => {
    clearTimeout(timer.current);
    asking.current?.abort();
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      asking.current?.abort();
    },
    [],
  );
  const close = () => {
    stop();
    setChoices([]);
    setActive(-1);
  };
  const ask = async (typed: string) => {
    const controller = (asking.current = new AbortController());
    const found = await suggest(typed, controller.signal).catch(() => []);
    if (controller.signal.aborted) return;
    if (found.length > 0 && choices.length === 0) announce(words.suggestions(found.length));
    setChoices(found);
    setActive(-1);
  };
  const type = (typed: string) => {
    onType(typed);
    stop();
    if (typed.trim().length < SUGGEST_FROM) close();
    else timer.current = setTimeout(() => void ask(typed), PAUSE_MS);
  };
  const choose = (choice: Choice) => {
    close();
    onChoose(choice);
  };
  const isOpen = choices.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = choices[active];
    if (!isOpen) return;
    if (step !== 0) {
      // One more place than choices: the field itself, where the arrows come back to.
      const places = choices.length + 1;
      setActive((before) => ((before + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field
      {...field}
      id={control.id}
      after={
        isOpen ? (
          <div className={styles.place}>
            {/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist can neither be styled nor tell what was chosen */}
            <div id={list} role="listbox" aria-label={words.suggestionList} className={styles.list}>
              {choices.map((choice, index) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the field's, which keeps the focus
                <div
                  key={`${choice.name}/${choice.detail}`}
                  id={`${list}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className={styles.choice}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(choice)}
                >
                  <span>{choice.name}</span>
                  {choice.detail === '' ? null : <span className={styles.detail}>{choice.detail}</span>}
                </div>
              ))}
            </div>
            {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
          </div>
        ) : null
      }
    >
      {(tied) => (
        <input
          type="text"
          {...control}
          {...tied}
          value={value}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? list : undefined}
          aria-activedescendant={active < 0 ? undefined : `${list}-${active}`}
          autoComplete="off"
          className={form.control}
          onChange={({ target }) => type(target.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
      )}
    </Field>
  );
}
