import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';

export type OwnEncounters = Answer<'GET /api/me/:registration/encounters'>;
export type Encounter = OwnEncounters['encounters'][number];
export type Note = Encounter['ownNote'];
export type ContactField = OwnEncounters['shareable'][number];

/** Everything of one attendee is kept under `['me', registration]`: a change of the own stream makes it stale. */
export function encountersQuery(registration: string) {
  return queryOptions({
    queryKey: ['me', registration, 'encounters'],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration/encounters', { params: { registration }, signal }),
    ),
  });
}

export function useOwnEncounters(registration: string): OwnEncounters {
  return useSuspenseQuery(encountersQuery(registration)).data;
}

function keep(client: QueryClient, registration: string, changed: Encounter): void {
  client.setQueryData(
    encountersQuery(registration).queryKey,
    (own) =>
      own && { ...own, encounters: own.encounters.map((one) => (one.id === changed.id ? changed : one)) },
  );
}

/** One change of an encounter; what the server answers is shown at once, a second tap does nothing. */
export function useEncounterChange<Input = void>(
  registration: string,
  send: (input: Input) => Promise<Encounter>,
  onDone?: () => void,
) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (changed) => {
      keep(client, registration, changed);
      onDone?.();
    },
  });
  return {
    send: (input: Input) => {
      if (!mutation.isPending) mutation.mutate(input);
    },
    isPending: mutation.isPending,
    isSuccess: mutation.isSuccess,
    error: mutation.error,
    forget: () => mutation.reset(),
  };
}

export function writeNote(registration: string, encounter: string, note: Note): Promise<Encounter> {
  return request('PUT /api/me/:registration/encounters/:encounter/note', {
    params: { registration, encounter },
    body: note,
  });
}

export function agreeTheSame(registration: string, encounter: string): Promise<Encounter> {
  return request('POST /api/me/:registration/encounters/:encounter/same-note', {
    params: { registration, encounter },
  });
}

export function share(
  registration: string,
  encounter: string,
  fields: readonly ContactField[],
  audience: Encounter['sharing']['audience'],
): Promise<Encounter> {
  return request('PUT /api/me/:registration/encounters/:encounter/sharing', {
    params: { registration, encounter },
    body: { fields: [...fields], audience },
  });
}

export function withdraw(registration: string, encounter: string): Promise<Encounter> {
  return request('DELETE /api/me/:registration/encounters/:encounter/sharing', {
    params: { registration, encounter },
  });
}

export function useRemoval(registration: string, encounter: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request('DELETE /api/me/:registration/encounters/:encounter', { params: { registration, encounter } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['me', registration] });
      onDone();
    },
  });
}
