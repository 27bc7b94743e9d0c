import type { Actor } from '@hillo/contracts/access';
import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { clientAddress, FailedTokenLimit, RequestLimits } from './limits.js';
import { ProblemError } from './problem-error.js';

function from(ip: string): FastifyRequest {
  return { ip } as FastifyRequest;
}

function attendee(id: number): Actor {
  return {
    role: 'attendee',
    key: `attendee:${id}`,
    sessionId: null,
    registrationId: String(id),
    eveningId: 'evening',
  };
}

const NOBODY: Actor = { role: 'nobody', key: 'nobody', sessionId: null };

/** How many of `count` calls are refused. */
async function refused(count: number, call: (index: number) => Promise<void>): Promise<number> {
  let refusals = 0;
  for (let index = 0; index < count; index++)
    await call(index).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      expect(error.code).toBe('too-many-requests');
      expect(error.data?.['seconds']).toBeGreaterThan(0);
      refusals += 1;
    });
  return refusals;
}

describe('clientAddress', () => {
  it('takes an IPv6 subscriber as one', () => {
    const all = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'];
    expect(new Set(all.map((ip) => clientAddress(from(ip)))).size).toBe(1);
    expect(clientAddress(from('2001:db8:1:3::1'))).not.toBe(clientAddress(from('2001:db8:1:2::1')));
  });

  it('knows an IPv4 address in IPv6 clothes', () => {
    expect(clientAddress(from('::ffff:192.0.2.7'))).toBe('192.0.2.7');
  });
});

describe('limits (T9)', () => {
  it('never refuse 300 phones on one address that play as people do', async () => {
    const limits = new RequestLimits();
    const refusals = await refused(300 * 100, (index) =>
      limits.count(
        attendee(index % 300),
        index % 4 === 0 && index < 300 * 30 ? 'scan' : undefined,
        from('192.0.2.1'),
      ),
    );
    expect(refusals).toBe(0);
  });

  it('refuse the one phone that floods: 120 a minute and a burst of 60', async () => {
    const limits = new RequestLimits();
    expect(await refused(200, () => limits.count(attendee(1), undefined, from('192.0.2.1')))).toBe(20);
    expect(await refused(1, () => limits.count(attendee(2), undefined, from('192.0.2.1')))).toBe(0);
  });

  it('refuse more than 30 scans a minute', async () => {
    const limits = new RequestLimits();
    expect(await refused(40, () => limits.count(attendee(1), 'scan', from('192.0.2.1')))).toBe(10);
  });

  it('count registrations by address, as a high ceiling only', async () => {
    const limits = new RequestLimits();
    expect(await refused(1_001, () => limits.count(NOBODY, 'registration', from('192.0.2.1')))).toBe(1);
    expect(await refused(1, () => limits.count(NOBODY, undefined, from('192.0.2.1')))).toBe(0);
  });

  it('count suggestions by address: a hundred people may type at once, a script may not copy the list', async () => {
    const limits = new RequestLimits();
    expect(await refused(1_010, () => limits.count(NOBODY, 'suggestion', from('192.0.2.1')))).toBe(10);
    expect(await refused(1, () => limits.count(NOBODY, 'suggestion', from('192.0.2.2')))).toBe(0);
  });
});

describe('guessing tokens (T10)', () => {
  it('slows one address down after 60 wrong ones, and nobody else', async () => {
    const limit = new FailedTokenLimit();
    expect(await refused(60, () => limit.count(from('192.0.2.1')))).toBe(0);
    expect(await refused(20, () => limit.count(from('192.0.2.1')))).toBeGreaterThanOrEqual(18);
    expect(await refused(1, () => limit.count(from('192.0.2.2')))).toBe(0);
  });
});
