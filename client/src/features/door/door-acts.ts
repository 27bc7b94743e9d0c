import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isProblem, type ProblemError } from '../../lib/http/problem-error.js';
import {
  type Admit,
  checkIn,
  type CheckInBy,
  type DoorEntry,
  type DoorSnapshot,
  putPeople,
  undoCheckIn,
  type WalkIn,
  walkIn,
} from './api.js';
import { ActsWithoutNetwork, type DoneHere } from './offline/acts-without-network.js';
import { isRevoked } from './kept-list.js';
import { nextNumber } from './offline/queue-number.js';
import { withOrWithoutNetwork } from './with-or-without-network.js';

/** What the volunteer is told about the last act; `operationId`: done on this phone, see whether it waits still. */
export type DoorResult =
  | { readonly kind: 'working' }
  | { readonly kind: 'entry'; readonly entry: DoorEntry; readonly operationId?: string | undefined }
  | { readonly kind: 'unverified' }
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

interface ActingDoor {
  /** With what waits on this phone. */
  readonly snapshot: DoorSnapshot;
  readonly queues: boolean;
  readonly onDone: (done: DoneHere) => void;
  readonly onRevoked: () => void;
}

/** The acts of the door and what came of the last one. An act in the air is not begun again by a second tap. */
export function useDoorActs({ snapshot, queues, onDone, onRevoked }: ActingDoor) {
  const evening = snapshot.evening.id;
  const client = useQueryClient();
  const [result, setResult] = useState<DoorResult>();
  const [question, setQuestion] = useState<AdmitQuestion>();
  const flying = useRef('');
  const alone = () => new ActsWithoutNetwork(snapshot, () => nextNumber(evening));

  /** Resolves to the entry, or to undefined when it was refused; a refusal is told by `result` or `question`. */
  async function run(
    name: string,
    act: (admit: Admit) => Promise<DoneHere>,
    admit: Admit = null,
  ): Promise<DoorEntry | undefined> {
    if (flying.current === name) return undefined;
    flying.current = name;
    setResult({ kind: 'working' });
    try {
      const done = await act(admit);
      const { entry, operationId } = done;
      if (entry && operationId === undefined && !entry.person.waits)
        putPeople(client, evening, [entry.person, ...entry.party]);
      // A newer act has the word.
      if (flying.current === name) {
        setResult(entry ? { kind: 'entry', entry, operationId } : { kind: 'unverified' });
        onDone(done);
      }
      return entry;
    } catch (error) {
      if (isRevoked(error)) onRevoked();
      const code = questionCode(error);
      if (code === undefined || !isProblem(error)) {
        if (flying.current === name) setResult({ kind: 'refused', error });
        return undefined;
      }
      setResult(undefined);
      flying.current = '';
      const letIn = await ask(code, error.data);
      return letIn ? await run(name, act, { taken: Number(error.data['taken']) }) : undefined;
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
    checkIn: (who: CheckInBy) =>
      run(JSON.stringify(who), (admit) =>
        withOrWithoutNetwork({
          queues,
          online: (attempt) => checkIn(evening, who, admit, attempt),
          here: () => alone().checkIn(who, admit),
        }),
      ),
    undo: (registrationId: string) =>
      run(`undo ${registrationId}`, () =>
        withOrWithoutNetwork({
          queues,
          online: (attempt) => undoCheckIn(evening, registrationId, attempt),
          here: () => alone().undo(registrationId),
        }),
      ),
    walkIn: (walkedIn: WalkIn) =>
      run('walk-in', (admit) =>
        withOrWithoutNetwork({
          queues,
          online: (attempt) => walkIn(evening, walkedIn, admit, attempt),
          here: (operationId) =>
            operationId === undefined
              ? alone().walkIn(walkedIn, admit)
              : alone().keepWalkIn({ ...walkedIn, admit }, operationId),
        }),
      ),
  };
}
export type DoorActs = ReturnType<typeof useDoorActs>;
