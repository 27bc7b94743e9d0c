import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isProblem } from '../http/problem-error.js';
import { keepDraft, readDraft } from './kept-draft.js';

interface FormOptions<Values extends object, Result> {
  /** What is saved now; the form starts from it and is unsaved when it differs. */
  readonly saved: Values;
  /** Sends what is written; rejects with a ProblemError. */
  readonly send: (written: Values) => Promise<Result>;
  readonly onSaved?: (result: Result) => void;
  /** Ids of the controls by the server's pointer: `{ '#/theme/text': 'theme' }`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Own checks before sending: a message by the control's id. */
  readonly check?: (written: Values) => Readonly<Record<string, string | undefined>>;
  /** Names the draft that is kept in this tab while unsaved. */
  readonly keep?: string;
}

export type FormState = 'idle' | 'sending' | 'saved';

/** One form: what is written, what is wrong with it, and whether it is saved. A failed save keeps everything typed. */
export function useForm<Values extends object, Result>(options: FormOptions<Values, Result>) {
  const { saved, fields, keep } = options;
  const [written, setWritten] = useState<Values>(() => (readDraft(keep) as Values | undefined) ?? saved);
  const [state, setState] = useState<FormState>('idle');
  const [error, setError] = useState<unknown>();
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [attempt, setAttempt] = useState(0);
  const sending = useRef(false);
  // What the server cleaned (spaces, invisible signs) is saved all the same.
  const isUnsaved = state !== 'saved' && JSON.stringify(written) !== JSON.stringify(saved);

  useEffect(() => {
    if (!isUnsaved || keep === undefined) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isUnsaved, keep]);

  const write = (change: Partial<Values>) => {
    const next = { ...written, ...change };
    setWritten(next);
    setState('idle');
    keepDraft(keep, next);
  };
  const discard = () => {
    setWritten(saved);
    setError(undefined);
    setWrong({});
    keepDraft(keep, undefined);
  };
  // `send` sends otherwise this once, such as after a confirmation.
  const submit = async (event?: FormEvent, send = options.send) => {
    event?.preventDefault();
    // A second press while the first is on its way does nothing.
    if (sending.current) return;
    const found = messages(options.check?.(written) ?? {});
    setAttempt((before) => before + 1);
    setWrong(found);
    setError(undefined);
    if (Object.keys(found).length > 0) return;
    sending.current = true;
    setState('sending');
    try {
      const result = await send(written);
      keepDraft(keep, undefined);
      setState('saved');
      options.onSaved?.(result);
    } catch (failure) {
      setState('idle');
      setError(failure);
    } finally {
      sending.current = false;
    }
  };

  const fromServer = isProblem(error) ? error.errors : {};
  const errors: Record<string, string> = { ...wrong };
  for (const [pointer, id] of Object.entries(fields)) {
    const message = fromServer[pointer];
    if (message !== undefined) errors[id] ??= message;
  }
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }));
  return {
    written,
    write,
    discard,
    submit,
    state,
    isUnsaved,
    /** By the control's id. */
    errors,
    faults,
    attempt,
    /** A failure that no field tells of. */
    failure: error !== undefined && faults.length === 0 ? error : undefined,
    error,
    /** Forgets the failure: something was done about it. */
    forgive: () => setError(undefined),
  };
}

function messages(found: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [id, message] of Object.entries(found)) if (message !== undefined) told[id] = message;
  return told;
}
