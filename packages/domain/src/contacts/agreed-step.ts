import { type Note, asWrittenByOther } from '../encounters/index.js';

/** Who takes the next step, as the owner of the sheet reads it. */
export type StepOwner = 'me' | 'other' | 'both';

/** How to go on (S63). `date`: `YYYY-MM-DD`. `from`: whose note says so. */
export interface AgreedStep {
  readonly text: string;
  readonly date: string | null;
  readonly owner: StepOwner | null;
  readonly from: 'own' | 'other';
}

/** The next step of an encounter: the own note's, else the other's with the owner turned round; null when none is written. */
export function agreedStep(own: Note, other: Note): AgreedStep | null {
  return stepIn(own, 'own') ?? stepIn(asWrittenByOther(other), 'other');
}

function stepIn({ nextStep, date, owner }: Note, from: 'own' | 'other'): AgreedStep | null {
  if (nextStep === '' && date === null) return null;
  return { text: nextStep, date, owner: owner === 'writer' ? 'me' : owner, from };
}
