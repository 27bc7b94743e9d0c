import { describe, expect, it } from 'vitest';
import { isThemeKey, ownTheme, THEMES } from './themes.js';
import { toldFeatures } from './venue.js';

describe('themes and venue', () => {
  it('offers seven themes and takes own ones', () => {
    expect(THEMES).toHaveLength(7);
    expect(isThemeKey('older-people')).toBe(true);
    expect(isThemeKey('toString')).toBe(false);
    expect(ownTheme('  Food \n for all ')).toEqual({ ok: true, value: { text: 'Food for all' } });
    expect(ownTheme(' ')).toMatchObject({ code: 'theme-missing' });
    expect(ownTheme('x'.repeat(121))).toMatchObject({ code: 'theme-too-long' });
    expect(ownTheme('\u0000')).toMatchObject({ code: 'theme-forbidden-character' });
  });

  it('tells what is known of a venue, a no as well', () => {
    expect(toldFeatures({ interpretation: false, 'step-free': true })).toEqual([
      'step-free',
      'interpretation',
    ]);
  });
});
