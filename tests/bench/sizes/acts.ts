import type { EveningFiller, FilledEvening } from '../ground/evening-filler.js';
import { at } from '../ground/evening-filler.js';
import { bytesOf } from '../ground/http-line.js';

/** Requests of one kind against one evening, and what is sent unmeasured after each to put things back. */
export interface Act {
  readonly name: string;
  readonly request: (turn: number) => Buffer;
  readonly undo?: (turn: number) => Buffer;
}

const PHONES = 30;
/** The evening is filled with the first nine of the other side for everybody. */
const FIRST_STRANGER = 9;

/** What is measured in every evening, with the phones and sessions that it takes: as many in a small one as in a large one. */
export async function actsOf(filler: EveningFiller, evening: FilledEvening): Promise<readonly Act[]> {
  const { id, organisationId, expected } = evening;
  const [scanners, others] = evening.sides;
  const phones = await filler.phones(id, scanners.slice(0, PHONES));
  const { fixtures } = filler;
  const door = cookieOf((await fixtures.device(id, 'door')).browser);
  const organiser = cookieOf((await fixtures.member(organisationId, ['organiser'])).browser);
  return [
    {
      name: 'scan',
      request: (turn) => {
        const place = turn % PHONES;
        const stranger = at(others, place + FIRST_STRANGER + Math.floor(turn / PHONES));
        return bytesOf({
          method: 'POST',
          path: `/api/me/${at(scanners, place).id}/encounters`,
          cookie: phones[place] ?? '',
          body: { who: { by: 'badge', token: stranger.badge } },
        });
      },
    },
    {
      name: 'check-in',
      request: (turn) =>
        bytesOf({
          method: 'POST',
          path: `/api/evenings/${id}/door/check-ins`,
          cookie: door,
          body: { who: { by: 'badge', token: at(expected, turn).badge } },
        }),
      undo: (turn) =>
        bytesOf({
          method: 'POST',
          path: `/api/evenings/${id}/door/undone-check-ins`,
          cookie: door,
          body: { registrationId: at(expected, turn).id },
        }),
    },
    {
      name: 'name search',
      request: (turn) => {
        const { firstName, lastName } = at(scanners, turn);
        const search = encodeURIComponent(`${lastName.slice(0, 7)} ${firstName}`);
        return bytesOf({
          method: 'GET',
          path: `/api/evenings/${id}/registrations?search=${search}`,
          cookie: organiser,
        });
      },
    },
    {
      name: 'list page',
      request: () => bytesOf({ method: 'GET', path: `/api/evenings/${id}/registrations`, cookie: organiser }),
    },
  ];
}

function cookieOf({ cookieHeader }: { readonly cookieHeader: string }): string {
  return cookieHeader.replace(/^hillo=/, '');
}
