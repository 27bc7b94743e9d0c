import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { type Answer, request } from '../../../lib/http/request.js';
import { keptQuery } from '../../../lib/offline/kept-query.js';
import { watchStream } from '../../../lib/realtime/socket.js';

export type Seating = Answer<'GET /api/evenings/:evening/seating'>;
export type SeatingPerson = Seating['people'][number];
export type Table = Seating['tables'][number];
export type SeatingPlan = NonNullable<Seating['plan']>;
export type OwnSeating = NonNullable<Answer<'GET /api/me/:registration/seating'>['seating']>;

/** What the organiser writes before anybody is seated. */
export type Wishes = Pick<
  Seating,
  | 'block'
  | 'tables'
  | 'rounds'
  | 'aim'
  | 'crowd'
  | 'countsEncounters'
  | 'together'
  | 'apart'
  | 'locks'
  | 'aside'
>;

export function seatingQuery(evening: string) {
  return queryOptions({
    queryKey: ['evening', evening, 'seating'],
    queryFn: ({ signal }) => request('GET /api/evenings/:evening/seating', { params: { evening }, signal }),
  });
}

/** Under the key of everything of one attendee: a change of the own stream makes it stale. */
export function ownSeatingQuery(registration: string) {
  return queryOptions({
    queryKey: ['me', registration, 'seating'],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration/seating', { params: { registration }, signal }),
    ),
  });
}

/** The seating as it is now, and how far the planner is, from 0 to 100. */
export function useSeating(evening: string): { seating: Seating; progress: number } {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(seatingQuery(evening));
  const [since] = useState(data.rev);
  const [heard, setHeard] = useState({ runId: '', percent: 0 });
  useEffect(() => {
    const reload = () => readAnew(client, seatingQuery(evening));
    return watchStream(`seating:${evening}`, since, {
      onChange: ({ kind, payload }) => {
        if (kind === 'progress') setHeard(payload as typeof heard);
        else void reload().catch(() => undefined);
      },
      onResync: async () => (await reload()).rev,
      onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, evening, since]);
  const { run } = data;
  const told = heard.runId === run?.id ? heard.percent : 0;
  return { seating: data, progress: Math.max(told, run?.progress ?? 0) };
}

export function saveWishes(evening: string, version: number, wishes: Wishes): Promise<Seating> {
  return request('PUT /api/evenings/:evening/seating', {
    params: { evening },
    body: {
      version,
      block: wishes.block,
      // Tables that were taken away live on in the rounds that were held at them.
      tables: wishes.tables.filter(({ seats }) => seats > 0),
      rounds: wishes.rounds,
      aim: wishes.aim,
      crowd: wishes.crowd,
      countsEncounters: wishes.countsEncounters,
      together: wishes.together,
      apart: wishes.apart,
      locks: wishes.locks,
      aside: wishes.aside,
    },
  });
}

export function beginRun(evening: string): Promise<Seating> {
  return request('POST /api/evenings/:evening/seating/runs', { params: { evening } });
}

export function stopRun(evening: string, run: string): Promise<Seating> {
  return request('DELETE /api/evenings/:evening/seating/runs/:run', { params: { evening, run } });
}

export function publish(evening: string): Promise<Seating> {
  return request('POST /api/evenings/:evening/seating/publications', { params: { evening } });
}

export function holdRounds(evening: string, held: number): Promise<Seating> {
  return request('PUT /api/evenings/:evening/seating/held-rounds', { params: { evening }, body: { held } });
}

/** Address of a file of the plan on the page. */
export function fileOf(evening: string, file: string): string {
  return `/api/evenings/${evening}/seating/${file}`;
}
