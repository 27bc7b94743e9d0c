import { PROTOCOL_VERSION } from '@hillo/contracts/realtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Fixtures } from '../support/fixtures.js';
import { RawSocket } from '../support/raw-socket.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
/** Of each kind of handshake. */
const EACH = FULL ? 100 : 8;
const HELLO = `40${JSON.stringify({ protocol: PROTOCOL_VERSION })}`;

let application: TestApplication;
let fixtures: Fixtures;
let evening: string;
let registration: string;
let cookie: string;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  evening = await fixtures.evening(await fixtures.organisation());
  registration = await fixtures.registration(evening);
  cookie = (await fixtures.attendee(evening, registration)).cookieHeader;
});
afterAll(() => application.close());

const watch = (stream: string) => `420${JSON.stringify(['watch', { stream }])}`;

/** What the server says to a handshake and a watch of the stream, until it hangs up or refuses. */
async function attempt(headers: Record<string, string>, stream: string): Promise<string> {
  const socket = await RawSocket.open(application.url, headers);
  if (socket.status !== 101) return `not even a socket: ${socket.status}`;
  await socket.text(HELLO);
  const hello = await socket.hears(/^4[04]/);
  const isRefused = hello.startsWith('44');
  if (!isRefused) await socket.text(watch(stream));
  const answer = isRefused ? hello.slice(2) : (await socket.hears(/^430/)).slice(3);
  socket.close();
  return answer;
}

/** A session that was good once, or is good elsewhere. */
const WITHOUT_RIGHT: Readonly<Record<string, () => Promise<[Record<string, string>, string]>>> = {
  'a foreign origin': async () => [{ cookie, origin: 'https://elsewhere.example' }, 'not even a socket: 400'],
  'no session': async () => [{}, '{"message":"not-signed-in"}'],
  'an expired session': async () => {
    const { cookieHeader } = await fixtures.attendee(evening, registration);
    await application.db.execute(
      `UPDATE sessions SET expires_at = $1 WHERE id = (SELECT max(id::text)::uuid FROM sessions)`,
      [new Date(application.clock.now().getTime() - 1_000)],
    );
    return [{ cookie: cookieHeader }, '{"message":"not-signed-in"}'];
  },
  'a right that was taken away': async () => {
    const { cookieHeader } = await fixtures.attendee(evening, registration);
    await application.db.execute(
      `DELETE FROM session_grants WHERE session_id = (SELECT max(id::text)::uuid FROM sessions)`,
    );
    return [{ cookie: cookieHeader }, '[{"ok":false,"code":"not-allowed"}]'];
  },
  'a right in another evening': async () => {
    const other = await fixtures.evening(await fixtures.organisation());
    const { cookieHeader } = await fixtures.attendee(other, await fixtures.registration(other));
    return [{ cookie: cookieHeader }, '[{"ok":false,"code":"not-allowed"}]'];
  },
};

describe(`${EACH} handshakes at once (T13)`, () => {
  it.each(Object.keys(WITHOUT_RIGHT))('with %s watch nothing', async (kind) => {
    const [headers, refusal] = (await WITHOUT_RIGHT[kind]?.()) ?? [{}, ''];
    const tries: Promise<string>[] = [];
    // A phone may hold four sockets.
    for (let n = 0; n < EACH; n += 1) {
      tries.push(attempt(headers, `registration:${registration}`));
      if (n % 4 === 3) await Promise.all(tries);
    }
    expect(new Set(await Promise.all(tries))).toEqual(new Set([refusal]));
  });

  it('with the right watch: the control', async () => {
    const answer = await attempt({ cookie }, `registration:${registration}`);
    expect(answer).toMatch(/^\[\{"ok":true,"rev":\d+\}\]$/);
  });

  it('that say nothing more are closed before ten seconds are over', async () => {
    const silent = await RawSocket.open(application.url, { cookie });
    const began = performance.now();
    await silent.closed;
    // Left alone it would be 45 seconds.
    expect(performance.now() - began).toBeLessThan(30_000);
  }, 60_000);
});

describe('what comes before the server has looked who it is (T16)', () => {
  it('is not handled: the socket is cut', async () => {
    const hasty = await RawSocket.open(application.url, { cookie });
    await hasty.text(watch(`registration:${registration}`));
    await hasty.closed;
    expect(hasty.heard.filter((text) => text.startsWith('43'))).toEqual([]);
  });

  it('in the same breath as the handshake waits for it, and is refused without a session', async () => {
    const hasty = await RawSocket.open(application.url);
    await hasty.text(HELLO);
    await hasty.text(watch(`registration:${registration}`));
    await hasty.closed;
    expect(hasty.heard.filter((text) => text.startsWith('43'))).toEqual([]);
  });

  it('or is malformed gets an error, not silence', async () => {
    const socket = await RawSocket.open(application.url, { cookie });
    await socket.text(HELLO);
    await socket.hears(/^40/);
    const bodies = [
      '',
      ',null',
      ',7',
      ',"x"',
      ',[]',
      ',{}',
      ',{"stream":{}}',
      ',{"stream":["a"]}',
      ',{"stream":"registration:x"}',
    ];
    for (const event of ['watch', 'unwatch'])
      for (const [index, body] of bodies.entries()) {
        const ack = `${event === 'watch' ? 1 : 2}${index}`;
        await socket.text(`42${ack}["${event}"${body}]`);
        if (body !== '') expect(await socket.hears(new RegExp(`^43${ack}\\[`))).toContain('"ok":false');
      }
    // An event without a body or an answer, or one that does not exist, harms nobody.
    await socket.text('42["watch"]');
    await socket.text('42["nonsense",{}]');
    await socket.text(`429${watch(`registration:${registration}`).slice(2)}`);
    expect(await socket.hears(/^4390\[/)).toContain('"ok":true');
    socket.close();
  });
});
