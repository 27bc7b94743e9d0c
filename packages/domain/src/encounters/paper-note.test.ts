import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFromPaper, EMPTY_NOTE, type Note } from './note.js';

const words = fc.constantFrom('', 'Retki', 'Kahvit torstaina', 'Soitan', 'Soitan ensi viikolla');
const noteArb = fc
  .record({ agreed: words, nextStep: words })
  .map((part): Note => ({ ...EMPTY_NOTE, ...part }));
const paperArb = fc.record({ agreed: words, nextStep: words });

function added(note: Note, paper: { agreed: string; nextStep: string }): Note {
  const outcome = addFromPaper(note, paper);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

describe('a note with what stands on paper', () => {
  it('has all that was written and all that stands on paper, each line once', () => {
    fc.assert(
      fc.property(noteArb, paperArb, (note, paper) => {
        const once = added(note, paper);
        for (const part of ['agreed', 'nextStep'] as const) {
          expect(once[part].startsWith(note[part])).toBe(true);
          expect(once[part].split('\n')).toEqual(expect.arrayContaining([paper[part]].filter(Boolean)));
          expect(new Set(once[part].split('\n')).size).toBe(once[part].split('\n').length);
        }
        expect(added(once, paper)).toBe(once);
      }),
    );
  });

  it('is the very same note when nothing stands on paper; date and owner stay', () => {
    const note: Note = { agreed: 'Retki', nextStep: '', date: '2027-01-15', owner: 'both' };
    expect(added(note, { agreed: '', nextStep: '' })).toBe(note);
    expect(added(note, { agreed: 'Kahvit', nextStep: '' })).toEqual({ ...note, agreed: 'Retki\nKahvit' });
  });

  it('is refused when it would be too long, and names the part', () => {
    const note: Note = { ...EMPTY_NOTE, agreed: 'a'.repeat(900) };
    expect(addFromPaper(note, { agreed: 'b'.repeat(200), nextStep: '' })).toMatchObject({
      ok: false,
      code: 'text-too-long',
      data: { field: 'agreed' },
    });
  });
});
