import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localKeys } from './keys.js';
import { readSettings } from './settings.js';

describe('readSettings', () => {
  it('serves loopback at 3000 with a demonstration unless told otherwise', () => {
    expect(readSettings([], {})).toMatchObject({ port: 3000, host: '127.0.0.1', lan: false, empty: false });
    expect(readSettings(['--empty', '--lan'], { PORT: '4000' })).toMatchObject({
      port: 4000,
      host: '0.0.0.0',
      lan: true,
      empty: true,
    });
  });

  it.each(['0', '65536', '80.5', 'eighty'])('refuses PORT=%s', (PORT) => {
    expect(() => readSettings([], { PORT })).toThrow(/^PORT must be a number from 1 to 65535/);
  });

  it('refuses an option it does not know', () => {
    expect(() => readSettings(['--emtpy'], {})).toThrow(/does not know "--emtpy"/);
  });
});

describe('localKeys', () => {
  it('makes keys of 32 bytes once, readable by their owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hillo-keys-'));
    try {
      const made = localKeys(folder, {});
      for (const key of Object.values(made)) {
        expect(key).toMatch(/^[\w-]+:/);
        expect(Buffer.from(key.split(':')[1] ?? '', 'base64')).toHaveLength(32);
      }
      expect(made.FIELD_KEY).not.toBe(made.LINK_KEY);
      expect(localKeys(folder, {})).toEqual(made);
      expect(localKeys(folder, { LINK_KEY: 'own:key' })).toEqual({ ...made, LINK_KEY: 'own:key' });
      for (const file of readdirSync(join(folder, 'keys'))) {
        expect(statSync(join(folder, 'keys', file)).mode & 0o777).toBe(0o600);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
