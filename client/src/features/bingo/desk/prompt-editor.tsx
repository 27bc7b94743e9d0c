import { DEFAULT_PROMPTS, isDefaultPrompt } from '@hillo/domain/bingo';
import { LOCALES, type Locale } from '@hillo/domain/shared';
import { useText } from '../../../lib/texts/texts.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { Select } from '../../../ui/form/select.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Card } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { Aside } from '../../../ui/text/text.js';
import type { EveningPrompt } from './api.js';
import styles from './desk.module.css';
import { WORDING_PARTS, wordId, type WordingPart } from './prompt-fields.js';

const OWN = 'own';

interface PromptEditorProps {
  index: number;
  prompt: EveningPrompt;
  /** Ids of all nine, so that none is offered twice. */
  taken: readonly string[];
  locked: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (prompt: EveningPrompt) => void;
}

/** One square's prompt: a ready one, or own words, first in Finnish and then in as many languages as wished. */
export function PromptEditor({ index, prompt, taken, locked, errors, onChange }: PromptEditorProps) {
  const text = useText();
  const ready = isDefaultPrompt(prompt.id) ? prompt.id : undefined;
  const choose = (value: string) =>
    onChange({ ...prompt, id: value === OWN ? `${OWN}-${index}` : value, wordings: {} });
  const words = (locale: Locale) => (
    <PromptWording key={locale} {...{ index, prompt, locale, errors, onChange }} />
  );
  const [first, ...others] = LOCALES;
  return (
    <Card heading={<h2>{text('bingoDesk.prompts.square', { number: index + 1 })}</h2>}>
      <div className={styles.prompt}>
        <Select
          label={text('bingoDesk.prompts.choice')}
          marked={false}
          empty={false}
          disabled={locked}
          value={ready ?? OWN}
          onChange={({ target }) => choose(target.value)}
          options={[
            ...DEFAULT_PROMPTS.filter(({ id }) => id === ready || !taken.includes(id)).map(({ id }) => ({
              value: id,
              label: text(`prompts.${id}.title`),
            })),
            { value: OWN, label: text('bingoDesk.prompts.own') },
          ]}
        />
        <Checkbox
          label={text('bingoDesk.prompts.coloured')}
          checked={prompt.coloured}
          disabled={locked}
          onChange={({ target }) => onChange({ ...prompt, coloured: target.checked })}
        />
        {ready ? (
          <Aside>{text(`prompts.${ready}.starter`)}</Aside>
        ) : (
          <>
            {words(first)}
            <Disclosure summary={text('bingoDesk.prompts.otherLanguages')}>{others.map(words)}</Disclosure>
          </>
        )}
      </div>
    </Card>
  );
}

interface PromptWordingProps extends Pick<PromptEditorProps, 'index' | 'prompt' | 'errors' | 'onChange'> {
  locale: Locale;
}

function PromptWording({ index, prompt, locale, errors, onChange }: PromptWordingProps) {
  const text = useText();
  const language = text(`app.languageNames.${locale}`);
  const wording = prompt.wordings[locale];
  const labels = { title: 'bingoDesk.prompts.wordTitle', starter: 'bingoDesk.prompts.wordStarter' } as const;
  const write = (part: WordingPart, typed: string) => {
    const next = { title: wording?.title ?? '', starter: wording?.starter ?? '', [part]: typed };
    const { [locale]: _old, ...rest } = prompt.wordings;
    const isEmpty = next.title === '' && next.starter === '';
    onChange({ ...prompt, wordings: isEmpty ? rest : { ...rest, [locale]: next } });
  };
  return (
    <>
      {WORDING_PARTS.map((part) => (
        <TextField
          key={part}
          id={wordId(index, locale, part)}
          label={text(labels[part], { language })}
          marked={false}
          error={errors[wordId(index, locale, part)]}
          value={wording?.[part] ?? ''}
          onChange={({ target }) => write(part, target.value)}
        />
      ))}
    </>
  );
}
