import { problems } from '@hillo/contracts/problems';
import { TEXT_LOCALES, translator } from '@hillo/i18n';
import { serverMessages } from '@hillo/i18n/server';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../http/problem-error.js';
import { problemText } from './problem-text.js';

describe('texts of problems', () => {
  it.each(TEXT_LOCALES)('%s has a title and a detail for every code', (locale) => {
    const messages = serverMessages(locale);
    const missing = Object.keys(problems).flatMap((code) =>
      ['title', 'detail'].map((part) => `problem.${code}.${part}`).filter((key) => !(key in messages)),
    );
    expect(missing).toEqual([]);
  });

  it('tells the server’s words, else that the network is gone, else that something failed', () => {
    const text = translator('en', serverMessages('en'));
    const told = { type: '', title: 'Full', status: 409, detail: 'Join the waitlist.', code: 'conflict' };
    expect(problemText(text, new ProblemError('conflict', 409, told))).toEqual({
      title: 'Full',
      detail: 'Join the waitlist.',
    });
    expect(problemText(text, new ProblemError('network-failure', 0)).title).toBe('No connection');
    expect(problemText(text, new ProblemError('unreadable-answer', 502)).title).toBe('No connection');
    expect(problemText(text, new Error('x')).title).toBe('Something went wrong');
  });
});
