import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from './field-errors.js';

const schema = z.object({
  name: z.string().min(1).max(5),
  age: z.number().min(18),
  email: z.email(),
  tags: z.array(z.string()).min(1),
  named: z.string().refine((text) => text !== 'x', 'other-side-needed'),
});

function errorsOf(value: unknown): Record<string, string> {
  const parsed = schema.safeParse(value);
  if (parsed.success) throw new Error('The value was valid');
  return Object.fromEntries(fieldErrors(parsed.error, '#/').map(({ pointer, code }) => [pointer, code]));
}

describe('fieldErrors', () => {
  it('tells what is missing from what is wrong', () => {
    expect(errorsOf({ name: 5, email: null, tags: [], named: 'x' })).toEqual({
      '#/name': 'invalid',
      '#/age': 'required',
      '#/email': 'required',
      '#/tags': 'required',
      '#/named': 'other-side-needed',
    });
  });

  it('tells lengths from sizes', () => {
    expect(errorsOf({ name: 'toolong', age: 3, email: 'x', tags: ['a', 4], named: 'y' })).toEqual({
      '#/name': 'too-long',
      '#/age': 'too-small',
      '#/email': 'invalid-email',
      '#/tags/1': 'invalid',
    });
  });
});
