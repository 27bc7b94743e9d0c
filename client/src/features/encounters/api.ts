import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';
import type { Delivery } from '../../lib/offline/outbox/outbox.js';
import { useEntries } from '../../lib/offline/waiting.js';
import { write } from '../../lib/offline/write.js';

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

/** Of a meeting that the server knows, or of one that waits with the scan of this operation id. */
export type MeetingRef = { readonly encounter: string } | { readonly scanned: string };

const NOTE = 'PUT /api/me/:registration/encounters/:encounter/note';
const SHARE = 'PUT /api/me/:registration/encounters/:encounter/sharing';
const WITHDRAW = 'DELETE /api/me/:registration/encounters/:encounter/sharing';

function target(registration: string, ref: MeetingRef) {
  const scope = `registration:${registration}` as const;
  if ('encounter' in ref) return { scope, params: { registration, encounter: ref.encounter }, extras: {} };
  const follows = { operationId: ref.scanned, param: 'encounter', from: 'encounter.id' };
  return { scope, params: { registration, encounter: '' }, extras: { follows } };
}

/** What this phone says of a meeting and the server has not heard yet: the last note, the last answer on sharing. */
export function useWaitingWords(registration: string, ref: MeetingRef) {
  const entries = useEntries(`registration:${registration}`).filter(({ params, follows, refusal }) => {
    if (refusal) return false;
    return 'encounter' in ref ? params['encounter'] === ref.encounter : follows?.operationId === ref.scanned;
  });
  const note = entries.findLast(({ route }) => route === NOTE);
  const sharing = entries.findLast(({ route }) => route === SHARE || route === WITHDRAW);
  return {
    note: note?.body as Note | undefined,
    sharing: sharing && ((sharing.body as { fields: readonly ContactField[] } | undefined)?.fields ?? []),
  };
}

/** One change of an encounter; what the server answers is shown at once, a second tap does nothing. */
export function useEncounterChange<Input = void>(
  registration: string,
  send: (input: Input) => Promise<Encounter | undefined>,
  onDone?: () => void,
) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (changed) => {
      if (changed) keep(client, registration, changed);
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

/** Undefined when it waits for the network. */
async function answered(delivery: Promise<Delivery<Encounter>>): Promise<Encounter | undefined> {
  const done = await delivery;
  return done.kind === 'delivered' ? done.answer : undefined;
}

export function writeNote(registration: string, ref: MeetingRef, note: Note): Promise<Encounter | undefined> {
  const { scope, params, extras } = target(registration, ref);
  return answered(write(NOTE, scope, { params, body: note }, extras));
}

export function agreeTheSame(registration: string, encounter: string): Promise<Encounter> {
  return request('POST /api/me/:registration/encounters/:encounter/same-note', {
    params: { registration, encounter },
  });
}

export function share(
  registration: string,
  ref: MeetingRef,
  fields: readonly ContactField[],
  audience: Encounter['sharing']['audience'],
): Promise<Encounter | undefined> {
  const { scope, params, extras } = target(registration, ref);
  return answered(write(SHARE, scope, { params, body: { fields: [...fields], audience } }, extras));
}

export function withdraw(registration: string, encounter: string): Promise<Encounter | undefined> {
  const { scope, params } = target(registration, { encounter });
  return answered(write(WITHDRAW, scope, { params }));
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
