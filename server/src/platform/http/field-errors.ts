import type { z } from 'zod';
import type { FieldError } from './problem-error.js';

type Issue = z.core.$ZodIssue;

/** Schemas may name a code themselves: `z.string().min(1, 'required')`. */
const NAMED = /^[a-z]+(-[a-z]+)*$/;

/** zod leaves the input out of its issues; its message says what it received. */
const MISSING = /received (undefined|null)$/;

function codeOf(issue: Issue): string {
  if (NAMED.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return MISSING.test(issue.message) ? 'required' : 'invalid';
  if (issue.code === 'invalid_format') return issue.format === 'email' ? 'invalid-email' : 'invalid';
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return 'invalid';
  const isLength = issue.origin === 'string' || issue.origin === 'array';
  if (issue.code === 'too_big') return isLength ? 'too-long' : 'too-large';
  if (!isLength) return 'too-small';
  return issue.minimum === 1 ? 'required' : 'too-short';
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
