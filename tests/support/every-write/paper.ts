import { z } from 'zod';
import type { Guest } from '../room.js';
import type { Stage, Step } from './stage.js';

/** Cards and badges on paper: printed ahead, bound at the door, typed in. */
export const paperSteps = (stage: Stage): readonly Step[] => [
  [
    'POST /api/evenings/:evening/reserves',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.here,
      body: { count: 2 },
      other: { count: 3 },
    }),
  ],
  [
    'POST /api/evenings/:evening/paper-cards',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.here,
      body: { of: 'everybody' },
      other: { of: 'reserves' },
    }),
  ],
  [
    'POST /api/evenings/:evening/door/badges',
    async () => {
      const [one, two] = await freeCodes(stage);
      const { id: registrationId } = await stage.room.guest();
      return {
        browser: await stage.device('door'),
        params: stage.here,
        body: { badge: { by: 'code', code: one }, registrationId },
        other: { badge: { by: 'code', code: two }, registrationId },
      };
    },
  ],
  [
    'POST /api/evenings/:evening/paper-rows',
    async () => {
      const [owner, other] = [await stage.room.guest(), await stage.room.guest('company')];
      const row = { owner: owner.code, other: other.code, square: 4 };
      return {
        browser: await stage.device('host'),
        params: stage.here,
        body: { ...row, agreed: 'Yhteinen ilta' },
        other: { ...row, agreed: 'Muuta' },
      };
    },
  ],
  [
    'PUT /api/evenings/:evening/paper-boxes',
    async () => {
      const { code: owner } = await stage.room.guest();
      return {
        browser: await stage.device('host'),
        params: stage.here,
        body: { owner, draw: true },
        other: { owner, draw: false },
      };
    },
  ],
  [
    'POST /api/me/:registration/paper-rows',
    async () => {
      const { code } = await stage.room.guest('company');
      return {
        ...(await accompanying(stage)),
        body: { other: code, square: 4 },
        other: { other: code, square: 5 },
      };
    },
  ],
  [
    'PUT /api/me/:registration/paper-boxes',
    async () => ({ ...(await accompanying(stage)), body: { draw: true }, other: { draw: false } }),
  ],
];

/** Codes of badges that are nobody's yet. */
async function freeCodes({ application, room }: Stage): Promise<string[]> {
  const rows = await application.db.rows(
    z.object({ code: z.string() }),
    `SELECT spoken_code AS code FROM badge_reserves WHERE evening_id = $1 AND bound_at IS NULL ORDER BY spoken_code`,
    [room.eveningId],
  );
  return rows.map(({ code }) => code);
}

/** Somebody who came with somebody else, and does not play. */
async function accompanying({ room }: Stage) {
  const person: Guest = await room.guest();
  const support = await room.guest('resident', {
    kind: 'support',
    accompanies_id: person.id,
    plays: false,
    email: null,
    email_key: null,
  });
  return { browser: support.phone, params: { registration: support.id } };
}
