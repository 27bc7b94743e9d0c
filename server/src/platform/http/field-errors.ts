import type { z } from 'zod';
import type { FieldError } from './problem-error.js';

type Issue = z.core.$ZodIssue;

/** Schemas may name a code themselves: `z.string().min(1, 'required')`. */
const NAMED = /^[a-z]+(-[a-z]+)*$/;

function codeOf(issue: Issue): string {
  if (NAMED.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return issue.minimum === 1 ? 'required' : 'too-short';
      return 'too-small';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-large';
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'required' : 'invalid';
    case 'invalid_format':
      return issue.format === 'email' ? 'invalid-email' : 'invalid';
    default:
      return 'invalid';
  }
}

/** One error a field, as JSON pointers (RFC 6901). */
export function fieldErrors(error: z.ZodError, prefix: string): FieldError[] {
  const seen = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const path = issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
    const pointer = prefix + path;
    if (!seen.has(pointer)) seen.set(pointer, { pointer, code: codeOf(issue) });
  }
  return [...seen.values()];
}
