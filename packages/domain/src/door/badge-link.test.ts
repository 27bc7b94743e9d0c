import { describe, expect, it } from 'vitest';
import { badgeTokenOf } from './badge-link.js';

const TOKEN = 'ABCDEFGHIJKLMNOPQRSTUVWX27';

describe('badgeTokenOf', () => {
  it('finds the token whatever the case of the link', () => {
    for (const link of [
      `HTTPS://HILLO.EXAMPLE/B/${TOKEN}`,
      `http://localhost:3000/b/${TOKEN.toLowerCase()}/`,
    ])
      expect(badgeTokenOf(link)).toBe(TOKEN);
  });

  it('takes nothing that is not a badge', () => {
    for (const text of [
      '',
      TOKEN,
      `https://hillo.example/p/${TOKEN}`,
      `https://x/b/${TOKEN}A`,
      `https://x/b/${TOKEN}?x=1`,
    ])
      expect(badgeTokenOf(text)).toBeUndefined();
    expect(badgeTokenOf(`${'x'.repeat(600)}/b/${TOKEN}`)).toBeUndefined();
  });
});
