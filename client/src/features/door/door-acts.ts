import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isProblem, type ProblemError } from '../../lib/http/problem-error.js';
import { type Admit, checkIn, type CheckInBy, type DoorEntry, putPeople, undoCheckIn } from './api.js';

/** What the volunteer is told about the last act. */
export type DoorResult =
  | { readonly kind: 'working' }
  | { readonly kind: 'entry'; readonly entry: DoorEntry }
  | { readonly kind: 'refused'; readonly error: unknown };

/** A refusal that the volunteer may overrule after seeing the figures (product rule 11). */
export interface AdmitQuestion {
  readonly code: 'on-waitlist' | 'registration-cancelled' | 'over-capacity';
  readonly figures: ProblemError['data'];
  readonly answer: (letIn: boolean) => void;
}

const OVERRULABLE = ['on-waitlist', 'registration-cancelled', 'over-capacity'] as const;

function questionCode(error: unknown): AdmitQuestion['code'] | undefined {
  return OVERRULABLE.find((code) => isProblem(error, code));
}

/** The acts of the door and what came of the last one. An act in the air is not begun again by a second tap. */
export function useDoorActs(evening: string, onEntry: (entry: DoorEntry) => void) {
  const client = useQueryClient();
  const [result, setResult] = useState<DoorResult>();
  const [question, setQuestion] = useState<AdmitQuestion>();
  const flying = useRef('');

  /** Resolves to the entry, or to undefined when it was refused; a refusal is told by `result` or `question`. */
  async function run(
    name: string,
    send: (admit: Admit) => Promise<DoorEntry>,
    admit: Admit = null,
  ): Promise<DoorEntry | undefined> {
    if (flying.current === name) return undefined;
    flying.current = name;
    setResult({ kind: 'working' });
    try {
      const entry = await send(admit);
      putPeople(client, evening, [entry.person, ...entry.party]);
      // A newer act has the word.
      if (flying.current === name) {
        setResult({ kind: 'entry', entry });
        onEntry(entry);
      }
      return entry;
    } catch (error) {
      const code = questionCode(error);
      if (code === undefined || !isProblem(error)) {
        if (flying.current === name) setResult({ kind: 'refused', error });
        return undefined;
      }
      setResult(undefined);
      flying.current = '';
      const letIn = await ask(code, error.data);
      return letIn ? await run(name, send, { taken: Number(error.data['taken']) }) : undefined;
    } finally {
      if (flying.current === name) flying.current = '';
    }
  }

  function ask(code: AdmitQuestion['code'], figures: ProblemError['data']): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (letIn: boolean) => {
        setQuestion(undefined);
        resolve(letIn);
      };
      setQuestion({ code, figures, answer });
    });
  }

  return {
    result,
    question,
    clear: () => setResult(undefined),
    refuse: (error: unknown) => setResult({ kind: 'refused', error }),
    run,
    checkIn: (who: CheckInBy) => run(JSON.stringify(who), (admit) => checkIn(evening, who, admit)),
    undo: (registrationId: string) =>
      run(`undo ${registrationId}`, () => undoCheckIn(evening, registrationId)),
  };
}
export type DoorActs = ReturnType<typeof useDoorActs>;
