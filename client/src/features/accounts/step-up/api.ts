import { type Answer, request } from '../../../lib/http/request.js';
import type { StepUpQuestion } from '../../../lib/step-up/step-up.js';

/** What is known of a code that was mailed. */
export type CodeSent = Answer<'POST /api/me/:registration/step-up-codes'>;

export function requestCode({ purpose, as }: StepUpQuestion): Promise<CodeSent> {
  if ('registration' in as)
    return request('POST /api/me/:registration/step-up-codes', {
      params: as,
      body: { purpose },
      once: true,
    });
  return request('POST /api/evenings/:evening/association-step-up-codes', {
    params: { evening: as.association },
    body: { purpose: 'contact-export' },
    once: true,
  });
}

export function typeCode({ purpose, as }: StepUpQuestion, code: string): Promise<undefined> {
  if ('registration' in as)
    return request('POST /api/me/:registration/step-ups', {
      params: as,
      body: { purpose, code },
      once: true,
    });
  return request('POST /api/evenings/:evening/association-step-ups', {
    params: { evening: as.association },
    body: { purpose: 'contact-export', code },
    once: true,
  });
}
