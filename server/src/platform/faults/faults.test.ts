import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../config/index.js';
import { Faults } from './faults.js';

describe('HILLO_FAULT', () => {
  it.each(['before-commit', 'nowhere:die', 'in-job:sleep', 'in-job:die:0', 'in-job:die:1:2', 'in-job:die:x'])(
    'is told what it may be when it is %s',
    (HILLO_FAULT) => {
      const start = () => new Faults({ HILLO_FAULT });
      expect(start).toThrow(ConfigError);
      expect(start).toThrow(/^HILLO_FAULT is <point>:<die\|fail>\[:<pass>\], .*\.$/);
    },
  );

  it('breaks its own point at its own passing, and nothing else', async () => {
    const faults = new Faults({ HILLO_FAULT: 'in-job:fail:2' });
    expect(faults.armed).toBe(true);
    await faults.at('after-job');
    await faults.at('in-job');
    await expect(faults.at('in-job')).rejects.toThrow('Broken on purpose at in-job');
    await faults.at('in-job');
  });

  it('without one arms nothing', () => {
    expect(new Faults({}).armed).toBe(false);
  });
});
