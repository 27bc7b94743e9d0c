// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '../../../lib/http/query-client.js';
import { LanguageProvider, TextsProvider } from '../../../lib/texts/texts.js';
import { ComponentWords } from '../../../app/shell/component-words.js';
import { DemonstrationNotice } from './demonstration-notice.js';

const ORGANISATION = '01a20115-a6d1-70f2-aa36-418e246b748d';

async function show(evenings: readonly { isDemonstration: boolean }[]) {
  localStorage.setItem('hillo.locale', 'en');
  // jsdom has no modal dialogs: what they contain is what is tested.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  await act(async () => {
    render(
      <LanguageProvider>
        <QueryClientProvider client={createQueryClient()}>
          <Suspense fallback="…">
            <TextsProvider bundle="organiser">
              <ComponentWords>
                <DemonstrationNotice organisation={ORGANISATION} evenings={evenings} />
              </ComponentWords>
              <p>Loaded</p>
            </TextsProvider>
          </Suspense>
        </QueryClientProvider>
      </LanguageProvider>,
    );
  });
  await screen.findByText('Loaded');
}

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

it('is not there among evenings of one’s own', async () => {
  await show([{ isDemonstration: false }]);
  expect(screen.queryByRole('button')).toBeNull();
});

it('asks once more, removes with one request however often it is pressed, and says what stayed', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, { method }: RequestInit) => {
    asked.push(`${method} ${url}`);
    return Response.json({ organisationStays: false });
  });
  await show([{ isDemonstration: true }, { isDemonstration: false }]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove the example evenings' }));
  expect(asked).toEqual([]);
  const yes = screen.getByRole('button', { name: 'Remove everything' });
  await act(async () => {
    fireEvent.click(yes);
    fireEvent.click(yes);
  });
  expect(await screen.findByText(/You are signed out/)).toBeTruthy();
  expect(asked).toEqual([`DELETE /api/organisations/${ORGANISATION}/demonstration`]);
});
