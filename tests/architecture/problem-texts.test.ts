import { problems } from '@hillo/contracts/problems';
import { LOCALES } from '@hillo/domain/shared';
import { serverMessages } from '@hillo/i18n/server';
import { describe, expect, it } from 'vitest';

describe('every problem tells the reader what to do', () => {
  it.each(LOCALES)('in %s', (locale) => {
    const messages = serverMessages(locale);
    const silent = Object.keys(problems)
      .flatMap((code) => [`problem.${code}.title`, `problem.${code}.detail`])
      .filter((key) => messages[key] === undefined);
    expect(silent).toEqual([]);
  });
});
