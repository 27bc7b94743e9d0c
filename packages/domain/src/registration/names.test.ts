import { describe, expect, it } from 'vitest';
import { fullName, nameKey, nameWithInitial, parseAffiliation, parseName } from './names.js';

describe('names', () => {
  it('are one to 300 characters of any script', () => {
    expect(parseName(' A\u030Asa ')).toEqual({ ok: true, value: 'Åsa' });
    expect(parseName(' ')).toEqual({ ok: false, code: 'name-missing' });
    expect(parseName('x'.repeat(301))).toMatchObject({ code: 'name-too-long', data: { max: 300 } });
    expect(parseName('a\u0000')).toMatchObject({ code: 'name-forbidden-character' });
    expect(parseAffiliation('  ')).toEqual({ ok: true, value: null });
    expect(parseAffiliation('\ud800')).toMatchObject({ code: 'affiliation-forbidden-character' });
    expect(parseAffiliation('x'.repeat(301))).toMatchObject({ code: 'affiliation-too-long' });
  });

  it('are put together and compared without composition, case or diacritics', () => {
    expect(fullName({ firstName: 'Maija', lastName: null })).toBe('Maija');
    expect(nameWithInitial({ firstName: 'Maija', lastName: 'A\u030Akerman' })).toBe('Maija A\u030A.');
    expect(nameKey({ firstName: 'Maija', lastName: 'Mäkelä' })).toBe(
      nameKey({ firstName: 'MAIJA', lastName: 'Makela' }),
    );
  });
});
