import type { StepUpPurpose } from '@hillo/domain/accounts';
import { createContext, useContext } from 'react';
import { isProblem } from '../http/problem-error.js';

/** What a code is asked for, and as whom. */
export interface StepUpQuestion {
  readonly purpose: StepUpPurpose;
  readonly as: { readonly registration: string } | { readonly association: string };
}

/** Asks the person for the code that was mailed; false when they gave up. */
export type AskForCode = (question: StepUpQuestion) => Promise<boolean>;

export const StepUpContext = createContext<AskForCode | undefined>(undefined);

/** What came of an act; undefined when the person did not want to confirm it. */
export type Done<Result> = { readonly value: Result } | undefined;

/**
 * Does something that the server may want confirmed. Where it asks for a code the person is asked, and then the same is done
 * again by itself: nobody presses twice.
 */
export async function withCode<Result>(
  act: () => Promise<Result>,
  askForCode: () => Promise<boolean>,
): Promise<Done<Result>> {
  for (;;) {
    try {
      return { value: await act() };
    } catch (error) {
      if (!isProblem(error, 'step-up-needed')) throw error;
      if (!(await askForCode())) return undefined;
    }
  }
}

/** `const confirmed = useStepUp(question); const done = await confirmed(() => request(…))` */
export function useStepUp(question: StepUpQuestion) {
  const ask = useContext(StepUpContext);
  if (!ask) throw new Error('useStepUp stands inside a StepUpProvider');
  return <Result>(act: () => Promise<Result>) => withCode(act, () => ask(question));
}
