import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
} from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import { expect, it } from 'vitest';
import { operationId } from '../support/application.js';
import { insist } from '../support/insist.js';
import { brokenIn } from '../support/invariants.js';
import { Outpost } from '../support/outpost.js';
import { RawSocket } from '../support/raw-socket.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const PHONES = FULL ? 300 : 40;
const IN_FLIGHT = 20;

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Watches the own stream again whenever it is connected, as the page does; resolves when it watches. */
function watching(phone: Phone, stream: `registration:${string}`): Promise<unknown> {
  return new Promise((resolve, reject) => {
    phone.once('connect', () => phone.timeout(20_000).emitWithAck('watch', { stream }).then(resolve, reject));
  });
}

it(
  `a server that is told to stop under ${PHONES} phones ends in order, keeps what it acknowledged, and they come back (T23)`,
  async () => {
    const outpost = await Outpost.open();
    const phones: Phone[] = [];
    try {
      const { fixtures } = outpost;
      const { id: evening, door } = await outpost.evening();
      const streams: `registration:${string}`[] = [];
      for (let n = 0; n < PHONES; n += 1) {
        const id = await fixtures.registration(evening);
        const { cookieHeader } = await fixtures.attendee(evening, id);
        const phone: Phone = io(outpost.url, {
          transports: ['websocket'],
          forceNew: true,
          autoConnect: false,
          reconnectionDelay: 50,
          reconnectionDelayMax: 500,
          auth: { protocol: PROTOCOL_VERSION },
          extraHeaders: { cookie: cookieHeader },
        });
        // As the page does: a server that says goodbye is called again too.
        phone.on('disconnect', (reason) => reason === 'io server disconnect' && phone.connect());
        phones.push(phone);
        streams.push(`registration:${id}`);
      }
      const everybody = () =>
        Promise.all(
          phones.map((phone, index) => watching(phone, streams[index] as `registration:${string}`)),
        );
      const begun = everybody();
      for (const phone of phones) phone.connect();
      const first = await begun;
      expect(first).toEqual(phones.map(() => ({ ok: true, rev: 0 })));

      // A phone that went out of reach does not answer the farewell, and must not hold up the end.
      const { cookieHeader } = await fixtures.attendee(evening, await fixtures.registration(evening));
      const dark = await RawSocket.open(outpost.server.url, { cookie: cookieHeader });
      await dark.hears(/^0\{/);
      await dark.text(`40${JSON.stringify({ protocol: PROTOCOL_VERSION })}`);
      await dark.hears(/^40/);
      dark.goDark();

      const cut = phones.map((phone) => new Promise((resolve) => phone.once('disconnect', resolve)));
      const sent = await Promise.all(
        Array.from({ length: IN_FLIGHT }, async () => {
          const id = await fixtures.registration(evening);
          const key = { 'idempotency-key': operationId() };
          const body = { who: { by: 'registration', id }, admit: null };
          return { id, ask: () => door.post(`/api/evenings/${evening}/door/check-ins`, body, key) };
        }),
      );
      const answers = sent.map(({ ask }) => ask().catch(() => undefined));
      await Promise.race(answers);
      // It ends by itself: were it still busy after ten seconds, it would end with another code.
      expect(await outpost.server.stop()).toBe(0);
      await Promise.all(cut);
      const acknowledged: string[] = [];
      for (const [index, answer] of answers.entries())
        if ((await answer)?.status === 200) acknowledged.push(sent[index]?.id ?? '');
      expect(acknowledged.length).toBeGreaterThan(0);
      const kept = 'SELECT 1 FROM door_acts WHERE registration_id = ANY($1)';
      expect(await outpost.count(kept, acknowledged)).toBe(acknowledged.length);

      const back = everybody();
      await outpost.startAgain();
      for (const answer of await back) expect(answer).toMatchObject({ ok: true });
      for (const { ask } of sent) expect(await insist(ask)).toMatchObject({ body: { already: false } });
      expect(await outpost.count('SELECT 1 FROM door_acts')).toBe(IN_FLIGHT);
      expect(await brokenIn(outpost.pool)).toEqual([]);
    } finally {
      for (const phone of phones) phone.disconnect();
      await outpost.close();
    }
  },
  FULL ? 180_000 : 60_000,
);
