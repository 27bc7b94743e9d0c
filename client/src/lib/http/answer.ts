import type { Problem, ProblemCode } from '@hillo/contracts/problems';
import { ProblemError } from './problem-error.js';

/** JSON as a value, a download as a File with its name, nothing (204, an empty 202) as undefined; a failure as a ProblemError. */
export async function readAnswer(response: Response): Promise<unknown> {
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined;
  const type = response.headers.get('content-type') ?? '';
  const disposition = response.headers.get('content-disposition');
  if (disposition !== null) return new File([await response.blob()], fileName(disposition), { type });
  if (!type.startsWith('application/json')) throw new ProblemError('unreadable-answer', response.status);
  return response.json();
}

async function problemOf(response: Response): Promise<ProblemError> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json'))
    return new ProblemError('unreadable-answer', response.status);
  const problem = (await response.json()) as Problem;
  return new ProblemError(problem.code as ProblemCode, response.status, problem);
}

/** The name by RFC 6266: `filename*` may hold any letter and goes before `filename`. */
function fileName(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? 'hillo';
}
