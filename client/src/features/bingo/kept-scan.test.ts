// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetScan, KEEP_MS, keepScan, keptScan } from './kept-scan.js';

beforeEach(() => localStorage.clear());

describe('a kept scan', () => {
  it('waits fifteen minutes and no longer', () => {
    keepScan('TOKEN', 1000);
    expect(keptScan(1000 + KEEP_MS)).toBe('TOKEN');
    expect(keptScan(1001 + KEEP_MS)).toBeUndefined();
    expect(keptScan(999)).toBeUndefined();
  });

  it('is gone once forgotten, and nonsense is no scan', () => {
    keepScan('TOKEN', 0);
    forgetScan();
    expect(keptScan(1)).toBeUndefined();
    localStorage.setItem('hillo.scan', '{"token":');
    expect(keptScan(1)).toBeUndefined();
    localStorage.setItem('hillo.scan', '7');
    expect(keptScan(1)).toBeUndefined();
  });
});
