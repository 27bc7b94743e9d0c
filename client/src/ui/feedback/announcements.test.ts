import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcements, PAUSE_MS } from './announcements.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('speaks at most once in five seconds and loses nothing', () => {
  const said: string[] = [];
  const announcements = new Announcements((sentence) => said.push(sentence));
  announcements.announce('Maija sisällä.');
  for (const sentence of ['Pekka sisällä.', 'Aino sisällä.', 'Pekka sisällä.'])
    announcements.announce(sentence);
  expect(said).toEqual(['Maija sisällä.']);
  vi.advanceTimersByTime(PAUSE_MS - 1);
  expect(said).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['Maija sisällä.', 'Pekka sisällä. Aino sisällä.']);
  announcements.announce('Rivi täynnä.');
  expect(said).toHaveLength(2);
  vi.advanceTimersByTime(2 * PAUSE_MS);
  announcements.announce('Rivi täynnä.');
  expect(said.slice(2)).toEqual(['Rivi täynnä.', 'Rivi täynnä.']);
});

it('is silent once stopped', () => {
  const said: string[] = [];
  const announcements = new Announcements((sentence) => said.push(sentence));
  announcements.announce('a');
  announcements.announce('b');
  announcements.stop();
  vi.advanceTimersByTime(3 * PAUSE_MS);
  expect(said).toEqual(['a']);
});
