// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { destinationOf } from './app-links.js';
import { ErrorBoundary, isMissingChunk } from './error-boundary.js';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const here = new URL('http://localhost:3000/e/kevat?lang=sv');

describe('destinationOf', () => {
  function click(html: string, keys: Partial<MouseEvent> = {}): string | undefined {
    document.body.innerHTML = html;
    const target = document.querySelector('em') ?? document.querySelector('a');
    const idle = { metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
    return destinationOf({ defaultPrevented: false, button: 0, ...idle, ...keys, target }, here);
  }

  it('is a place of ours', () => {
    expect(click('<a href="/p/1?x=2#y">x</a>')).toBe('/p/1?x=2#y');
    expect(click('<a href="/"><em>x</em></a>')).toBe('/');
  });

  it.each([
    ['another site', '<a href="https://example.org/">x</a>'],
    ['another tab', '<a href="/p" target="_blank">x</a>'],
    ['a download', '<a href="/p" download>x</a>'],
    ['a file of the server', '<a href="/api/evenings/1/calendar">x</a>'],
    ['the kept mails', '<a href="/dev/mail">x</a>'],
    ['an address to write to', '<a href="mailto:maija@example.fi">x</a>'],
    ['a place on this page', '<a href="http://localhost:3000/e/kevat?lang=sv#ohjelma">x</a>'],
    ['no link', '<em>x</em>'],
  ])('is left to the browser: %s', (_what, html) => expect(click(html)).toBeUndefined());

  it.each([
    { ctrlKey: true },
    { metaKey: true },
    { shiftKey: true },
    { button: 1 },
    { defaultPrevented: true },
  ])('is left to the browser with %j', (keys) => expect(click('<a href="/p">x</a>', keys)).toBeUndefined());
});

describe('ErrorBoundary', () => {
  const state = { broken: true };
  function Page() {
    if (state.broken) throw new Error('broken');
    return <p>whole</p>;
  }
  const at = (resetKey: string) => (
    <ErrorBoundary resetKey={resetKey} renderFailure={(_, retry) => <button onClick={retry}>again</button>}>
      <Page />
    </ErrorBoundary>
  );

  it('offers to try again, and tries by itself at another address', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { rerender } = render(at('/a'));
    fireEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('button')).toBeDefined();
    state.broken = false;
    rerender(at('/b'));
    expect(screen.getByText('whole')).toBeDefined();
  });
});

it.each([
  [new TypeError('Failed to fetch dynamically imported module: http://x/a.js'), true],
  [new TypeError('error loading dynamically imported module'), true],
  [new TypeError('Importing a module script failed.'), true],
  [new TypeError('x is undefined'), false],
  ['Importing a module script failed.', false],
])('knows a part that is gone: %s', (error, missing) => expect(isMissingChunk(error)).toBe(missing));
