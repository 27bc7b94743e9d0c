import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPublicNumber, parsePublicNumber } from './public-number.js';
import { isTicket, isTicketList, sortTickets, ticketFromDigest } from './ticket.js';

const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('ticketFromDigest', () => {
  it('writes the first forty bits in Crockford base32', () => {
    const start = (...bytes: number[]) =>
      ticketFromDigest(Uint8Array.from({ length: 32 }, (_, at) => bytes[at] ?? 7));
    expect(start(0, 0, 0, 0, 0)).toBe('0000-0000');
    expect(start(255, 255, 255, 255, 255)).toBe('ZZZZ-ZZZZ');
    expect(start(0x08, 0x42, 0x10, 0x84, 0x21)).toBe('1111-1111');
    expect(start(0, 0, 0, 0, 1)).toBe('0000-0001');
  });

  it('agrees with long division for every digest, and nothing after forty bits matters', () => {
    fc.assert(
      fc.property(digest, digest, (first, second) => {
        const ticket = ticketFromDigest(first);
        expect(isTicket(ticket)).toBe(true);
        const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        let rest = Number(BigInt(`0x${Buffer.from(first).toString('hex', 0, 5)}`));
        let text = '';
        for (let sign = 0; sign < 8; sign += 1) {
          text = signs.charAt(rest % 32) + text;
          rest = Math.floor(rest / 32);
        }
        expect(ticket.replace('-', '')).toBe(text);
        expect(ticketFromDigest(Uint8Array.from([...first.subarray(0, 5), ...second.subarray(5)]))).toBe(
          ticket,
        );
      }),
    );
  });

  it('refuses another length than that of the digest', () => {
    expect(() => ticketFromDigest(new Uint8Array(5))).toThrow(RangeError);
  });
});

describe('ticket lists', () => {
  it('refuse signs that are mistaken for others', () => {
    for (const text of [
      'IIII-0000',
      'LLLL-0000',
      'OOOO-0000',
      'UUUU-0000',
      'a9gj-6vbd',
      'A9GJ6VBD',
      'A9GJ-6VBD\n',
    ]) {
      expect(isTicket(text)).toBe(false);
    }
  });

  it('sort like their bytes', () => {
    fc.assert(
      fc.property(fc.array(digest.map(ticketFromDigest)), (tickets) => {
        const sorted = sortTickets(tickets);
        expect(sorted).toEqual([...tickets].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
        expect(isTicketList(sorted)).toBe(new Set(tickets).size === tickets.length);
      }),
    );
  });
});

describe('publicNumber', () => {
  it('reads the published form and writes it back', () => {
    expect(parsePublicNumber('stage:4711,0832,9050;drand:-')).toEqual(['4711', '0832', '9050']);
    const call = fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0'));
    fc.assert(
      fc.property(call, call, call, (...calls) => {
        const text = formatPublicNumber(calls);
        expect(text).toBeDefined();
        expect(parsePublicNumber(text ?? '')).toEqual(calls);
      }),
    );
  });

  it.each([
    '',
    'stage:4711,0832;drand:-',
    'stage:4711,0832,9050,1111;drand:-',
    'stage:471,0832,9050;drand:-',
    'stage:4711, 0832,9050;drand:-',
    'stage:4711,0832,9050;drand:1:ab',
    'stage:4711,0832,9050;drand:-\n',
    'STAGE:4711,0832,9050;drand:-',
    'stage:٤٧١١,0832,9050;drand:-',
  ])('refuses %j', (text) => {
    expect(parsePublicNumber(text)).toBeUndefined();
  });

  it('is not written from calls of another length', () => {
    expect(formatPublicNumber(['4711', '832', '9050'])).toBeUndefined();
    expect(formatPublicNumber(['4711', '0832', '9050;x'])).toBeUndefined();
  });
});
