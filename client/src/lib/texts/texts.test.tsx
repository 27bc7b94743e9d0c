// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it } from 'vitest';
import { splitTags } from './rich-text.js';
import { LanguageProvider, TextsProvider, useDates, useLanguage, useText } from './texts.js';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

it('splits a sentence at its tags and leaves typed signs alone', () => {
  expect(splitTags('Lue <link>seloste</link>, <b>\ue000Maija></b>')).toMatchObject([
    { inside: 'Lue ' },
    { tag: 'link', inside: 'seloste' },
    { inside: ', ' },
    { tag: 'b', inside: '<Maija>' },
  ]);
});

function Page() {
  const text = useText();
  const { choose } = useLanguage();
  return (
    <>
      <h1>{text('start.title')}</h1>
      <p>{useDates().write('2027-01-14T15:00:00Z', 'time')}</p>
      <button onClick={() => choose('fi-selko')}>selko</button>
    </>
  );
}

it('shows a shell’s texts, changes the language, tells the page and remembers', async () => {
  localStorage.setItem('hillo.locale', 'sv');
  const page = (
    <LanguageProvider>
      <Suspense fallback="…">
        <TextsProvider bundle="public">
          <Page />
        </TextsProvider>
      </Suspense>
    </LanguageProvider>
  );
  await act(async () => void render(page));
  expect(await screen.findByRole('heading', { name: 'Välkommen' })).toBeDefined();
  expect(screen.getByText('17.00')).toBeDefined();
  expect(document.documentElement.lang).toBe('sv');
  await act(async () => screen.getByRole('button').click());
  expect(await screen.findByRole('heading', { name: 'Tervetuloa' })).toBeDefined();
  expect(document.documentElement.lang).toBe('fi-simple');
  expect(localStorage.getItem('hillo.locale')).toBe('fi-selko');
});
