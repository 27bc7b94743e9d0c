// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from '../actions/button.js';
import { type Words, WordsProvider } from '../text/words.js';
import { CodeInput, digitsOf } from './code-input.js';
import { ErrorSummary } from './error-summary.js';
import { RadioGroup } from './radio-group.js';
import { TextArea } from './text-area.js';
import { TextField } from './text-field.js';

const words: Words = {
  required: 'pakollinen',
  optional: 'ei pakollinen',
  close: 'Sulje',
  busy: 'Hetki',
  chooseOne: 'Valitse',
  codeHint: 'Kuusi numeroa',
  charactersLeft: (count) => `${count} jäljellä`,
  charactersOver: (count) => `${count} liikaa`,
  suggestions: (count) => `${count} ehdotusta`,
  suggestionList: 'Ehdotukset',
  fixThese: (count) => `Korjaa ${count}`,
};
const show = (children: ReactNode) => render(<WordsProvider words={words}>{children}</WordsProvider>);
afterEach(cleanup);

function descriptionOf(element: HTMLElement): string[] {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `no element ${id}`);
}

describe('TextField', () => {
  it('is named by its label and described by its hint and its error', () => {
    show(
      <TextField
        label="Etunimi"
        hint="Näkyy nimilapussa"
        error="Kirjoita nimi."
        required
        defaultValue="Ma"
      />,
    );
    const input = screen.getByRole('textbox', { name: 'Etunimi (pakollinen)' });
    expect(descriptionOf(input)).toEqual(['Näkyy nimilapussa', 'Kirjoita nimi.']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect((input as HTMLInputElement).value).toBe('Ma');
  });

  it('has no dangling description when there is nothing to say', () => {
    show(<TextField label="Puhelin" />);
    const input = screen.getByRole('textbox', { name: 'Puhelin (ei pakollinen)' });
    expect(input.hasAttribute('aria-describedby')).toBe(false);
    expect(input.hasAttribute('aria-invalid')).toBe(false);
  });
});

it('counts what is left of a text, tells what is over, and cuts nothing', () => {
  show(<TextArea label="Tarjoan" limit={5} defaultValue="abc" />);
  const area = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(descriptionOf(area)).toEqual(['2 jäljellä']);
  fireEvent.change(area, { target: { value: 'abcdefg' } });
  expect(descriptionOf(area)).toEqual(['2 liikaa']);
  expect(area.value).toBe('abcdefg');
});

it('groups radio buttons under their question, with its error', () => {
  const chosen = vi.fn<(value: string) => void>();
  const choices = [
    { value: 'any', label: 'Kaikki' },
    { value: 'vegan', label: 'Vegaaninen' },
  ];
  show(<RadioGroup legend="Ruoka" name="food" choices={choices} error="Valitse yksi." onChange={chosen} />);
  const group = screen.getByRole('group', { name: /Ruoka/ });
  expect(descriptionOf(group)).toEqual(['Valitse yksi.']);
  fireEvent.click(screen.getByRole('radio', { name: 'Vegaaninen' }));
  expect(chosen).toHaveBeenCalledExactlyOnceWith('vegan');
});

describe('CodeInput', () => {
  function Door({ onComplete }: { onComplete: (code: string) => void }) {
    const [code, setCode] = useState('');
    return <CodeInput label="Koodi" value={code} onChange={setCode} onComplete={onComplete} />;
  }

  it.each(['123456', '123 456', ' 123-456 ', 'koodi: 123456', '１２３４５６', '1234567'])(
    'understands %s',
    (typed) => {
      expect(digitsOf(typed, 6)).toBe('123456');
    },
  );

  it('shows three and three and tells once when the code is whole', () => {
    const complete = vi.fn<(code: string) => void>();
    show(<Door onComplete={complete} />);
    const input = screen.getByRole<HTMLInputElement>('textbox');
    for (const value of ['12345', '123 456', '123 456 7']) fireEvent.change(input, { target: { value } });
    expect(input.value).toBe('123 456');
    expect(complete).toHaveBeenCalledExactlyOnceWith('123456');
    expect(input.inputMode).toBe('numeric');
  });
});

describe('ErrorSummary', () => {
  function Form() {
    const [attempt, setAttempt] = useState(0);
    return (
      <>
        <ErrorSummary
          attempt={attempt}
          faults={attempt > 0 ? [{ field: 'mail', message: 'Tarkista osoite.' }] : []}
        />
        <TextField id="mail" label="Sähköposti" />
        <Button onClick={() => setAttempt(attempt + 1)}>Lähetä</Button>
      </>
    );
  }

  it('takes the focus when the form was sent, and leads to the field', () => {
    show(<Form />);
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(screen.getByRole('button'));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    fireEvent.click(screen.getByRole('link', { name: 'Tarkista osoite.' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    fireEvent.click(screen.getByRole('button'));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  it('leaves the focus where one types', () => {
    const faults = () => [{ field: 'mail', message: 'Tarkista osoite.' }];
    const { rerender } = show(<ErrorSummary attempt={1} faults={faults()} />);
    (document.activeElement as HTMLElement).blur();
    rerender(
      <WordsProvider words={words}>
        <ErrorSummary attempt={1} faults={faults()} />
      </WordsProvider>,
    );
    expect(document.activeElement).toBe(document.body);
  });
});

it('takes no second press while busy, and keeps the focus', () => {
  const pressed = vi.fn<() => void>();
  const { rerender } = show(<Button onClick={pressed}>Tallenna</Button>);
  const button = screen.getByRole('button');
  button.focus();
  fireEvent.click(button);
  rerender(
    <WordsProvider words={words}>
      <Button busy onClick={pressed}>
        Tallenna
      </Button>
    </WordsProvider>,
  );
  fireEvent.click(button);
  expect(pressed).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(button);
  expect(screen.getByRole('status').textContent).toBe('Hetki');
});
