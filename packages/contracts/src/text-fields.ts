import { cleanLine, cleanLines, isBlank, type TextProblem } from '@hillo/domain/shared';
import { z } from 'zod';

/** Codes of field errors (`problem.field.<code>`) for texts that cannot be stored. */
const CODES = {
  'text-blank': 'required',
  'text-too-long': 'too-long',
  'text-forbidden-character': 'invalid',
} as const satisfies Record<TextProblem, string>;

/** One line that people write, cleaned by the rule of the domain (T41, T47). @param max in characters as a reader counts them */
export function line(max: number) {
  return z.string().transform((text, context) => {
    const cleaned = cleanLine(text, max);
    if (cleaned.ok) return cleaned.value;
    context.addIssue({ code: 'custom', message: CODES[cleaned.code] });
    return z.NEVER;
  });
}

/** As {@link line}, but it may be left empty. */
export function optionalLine(max: number) {
  return z.string().transform((text, context) => {
    const cleaned = isBlank(text) ? undefined : cleanLine(text, max);
    if (!cleaned) return '';
    if (cleaned.ok) return cleaned.value;
    context.addIssue({ code: 'custom', message: CODES[cleaned.code] });
    return z.NEVER;
  });
}

/** Several lines that people write; may be empty. @param max in characters as a reader counts them */
export function lines(max: number) {
  return z.string().transform((text, context) => {
    const cleaned = cleanLines(text, max);
    if (cleaned.ok) return cleaned.value;
    context.addIssue({ code: 'custom', message: CODES[cleaned.code] });
    return z.NEVER;
  });
}

/** An instant in an answer: ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true });
