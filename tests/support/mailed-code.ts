import type { Hillo } from './e2e.js';

/** The digits that were mailed last to somebody signed in by a link: as in the mail, apart from the gap. */
export async function mailedCode({ pool, tokens }: Hillo, subjectId: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM step_ups WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
    [subjectId],
  );
  const [last] = rows;
  if (!last) throw new Error('No code was mailed');
  return tokens.deriveCode(last.id);
}
