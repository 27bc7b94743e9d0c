import type { Text } from '@hillo/i18n';
import { ProblemError } from '../http/problem-error.js';
import { useText } from './texts.js';

export interface ProblemText {
  readonly title: string;
  /** Says what to do. */
  readonly detail: string;
}

/** What to tell a person about a failure: the server's words where it sent some, else our own. */
export function problemText(text: Text, error: unknown): ProblemText {
  if (error instanceof ProblemError && error.title !== '')
    return { title: error.title, detail: error.detail };
  if (error instanceof ProblemError && (error.code === 'network-failure' || error.status >= 502)) {
    return { title: text('app.failure.networkTitle'), detail: text('app.failure.networkText') };
  }
  return { title: text('app.failure.title'), detail: text('app.failure.text') };
}

export function useProblemText(error: unknown): ProblemText {
  return problemText(useText(), error);
}
