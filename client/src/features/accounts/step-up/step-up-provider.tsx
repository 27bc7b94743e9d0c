import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { StepUpContext, type StepUpQuestion } from '../../../lib/step-up/step-up.js';

const StepUpDialog = lazy(async () => ({ default: (await import('./step-up-dialog.js')).StepUpDialog }));

interface Asked {
  readonly turn: number;
  readonly question: StepUpQuestion;
  readonly isOpen: boolean;
  readonly answer: (confirmed: boolean) => void;
}

/** Asks for mailed codes; the dialog is fetched when the first one is asked for. */
export function StepUpProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const ask = useCallback(
    (question: StepUpQuestion) =>
      new Promise<boolean>((resolve) => {
        const answer = (confirmed: boolean) => {
          // It stays, closed: a dialog gives the focus back when it closes, not when it is taken away.
          setAsked((now) => now && { ...now, isOpen: false });
          resolve(confirmed);
        };
        setAsked((before) => ({ turn: (before?.turn ?? 0) + 1, question, isOpen: true, answer }));
      }),
    [],
  );
  return (
    <StepUpContext value={ask}>
      {children}
      {asked ? (
        <Suspense>
          <StepUpDialog
            turn={asked.turn}
            question={asked.question}
            open={asked.isOpen}
            onAnswer={asked.answer}
          />
        </Suspense>
      ) : null}
    </StepUpContext>
  );
}
