import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAnew } from '../../lib/http/read-anew.js';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';
import type { Delivery } from '../../lib/offline/outbox/outbox.js';
import { write } from '../../lib/offline/write.js';
import { watchStream } from '../../lib/realtime/socket.js';
import { afterChange, type PanelList } from './list-changes.js';

export type OwnQuestions = Answer<'GET /api/me/:registration/questions'>;
export type OwnQuestion = OwnQuestions['questions'][number];
export type QuestionAim = OwnQuestion['aim'];
export interface Asked {
  readonly text: string;
  readonly aim: QuestionAim;
  readonly speaker: string;
  readonly withName: boolean;
}

/** Under the key of everything of one attendee: a change of the own stream makes it stale. */
export function ownQuestionsQuery(registration: string) {
  return queryOptions({
    queryKey: ['me', registration, 'questions'],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration/questions', { params: { registration }, signal }),
    ),
  });
}

function panelQuery(registration: string, evening: string) {
  return queryOptions({
    queryKey: ['panel', evening],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/evenings/:evening/panel', { params: { evening }, signal }),
    ),
  });
}

/** My questions, read anew with whatever changes on the own stream. */
export function useOwnQuestions(registration: string): OwnQuestions {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(ownQuestionsQuery(registration));
  useEffect(() => {
    const stream = `registration:${registration}` as const;
    const reload = () => readAnew(client, ownQuestionsQuery(registration));
    return watchStream(stream, 0, {
      onChange: () => void reload().catch(() => undefined),
      onResync: async () => {
        const { rev } = await request('GET /api/streams/:stream', { params: { stream } });
        await reload();
        return rev;
      },
    });
  }, [client, registration]);
  return data;
}

/** Phones that all miss the same change do not ask in the same moment. */
const SPREAD_MS = 1_500;

/** What everybody sees, followed by its stream: most changes carry what they show. */
export function usePanel(registration: string, evening: string): PanelList {
  const client = useQueryClient();
  const query = panelQuery(registration, evening);
  const { data } = useSuspenseQuery(query);
  const [from] = useState(data.rev);
  useEffect(() => {
    const own = panelQuery(registration, evening);
    let told = from;
    /** A list that was read before a change that this phone has heard is read again. */
    const reload = async (): Promise<number> => {
      const { rev } = await readAnew(client, own);
      return rev < told ? reload() : rev;
    };
    return watchStream(`panel:${evening}`, from, {
      onChange: (change) => {
        told = change.rev;
        const list = client.getQueryData(own.queryKey);
        const after = list && afterChange(list, change);
        if (after) client.setQueryData(own.queryKey, after);
        else setTimeout(() => void reload().catch(() => undefined), Math.random() * SPREAD_MS);
      },
      onResync: reload,
      onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, registration, evening, from]);
  return data;
}

const scopeOf = (registration: string) => `registration:${registration}` as const;

function changeOwn(
  client: QueryClient,
  registration: string,
  change: (own: OwnQuestions) => OwnQuestions,
): void {
  client.setQueryData(ownQuestionsQuery(registration).queryKey, (own) => own && change(own));
}

function keepOwn(client: QueryClient, registration: string, question: OwnQuestion): void {
  changeOwn(client, registration, (own) => {
    const isNew = own.questions.every(({ id }) => id !== question.id);
    const others = own.questions.map((each) => (each.id === question.id ? question : each));
    return { ...own, questions: isNew ? [question, ...others] : others };
  });
}

export const ASK = 'POST /api/me/:registration/questions';
export const GIVE_VOTE = 'PUT /api/me/:registration/votes/:question';
export const TAKE_VOTE = 'DELETE /api/me/:registration/votes/:question';

/** Sends a question; without network, or too soon after the one before, it waits on this phone. */
export async function ask(
  client: QueryClient,
  registration: string,
  asked: Asked,
): Promise<Delivery<OwnQuestion>> {
  const delivery = await write(ASK, scopeOf(registration), { params: { registration }, body: asked });
  if (delivery.kind === 'delivered') keepOwn(client, registration, delivery.answer);
  return delivery;
}

/** Gives or takes back the one vote; without network it waits. */
export async function vote(
  client: QueryClient,
  registration: string,
  evening: string,
  question: string,
  gives: boolean,
): Promise<void> {
  const params = { registration, question };
  const delivery = await write(gives ? GIVE_VOTE : TAKE_VOTE, scopeOf(registration), { params });
  if (delivery.kind === 'waiting') return;
  const { question: counted, voted, votes } = delivery.answer;
  changeOwn(client, registration, (own) => ({
    ...own,
    voted: [...own.voted.filter((id) => id !== counted), ...(voted ? [counted] : [])],
  }));
  client.setQueryData(
    panelQuery(registration, evening).queryKey,
    (list) =>
      list && {
        ...list,
        questions: list.questions.map((each) => (each.id === counted ? { ...each, votes } : each)),
      },
  );
}

export async function edit(
  client: QueryClient,
  registration: string,
  question: string,
  text: string,
): Promise<void> {
  const params = { registration, question };
  const edited = await request('PATCH /api/me/:registration/questions/:question', { params, body: { text } });
  keepOwn(client, registration, edited);
}

export async function follow(
  client: QueryClient,
  registration: string,
  question: string,
  follows: boolean,
): Promise<void> {
  const params = { registration, question };
  const changed = await request('PUT /api/me/:registration/questions/:question/following', {
    params,
    body: { follows },
  });
  keepOwn(client, registration, changed);
}

export async function withdraw(client: QueryClient, registration: string, question: string): Promise<void> {
  await request('DELETE /api/me/:registration/questions/:question', { params: { registration, question } });
  changeOwn(client, registration, (own) => ({
    ...own,
    questions: own.questions.filter(({ id }) => id !== question),
  }));
}

/** Shown questions like what is typed; nothing while the server is away. */
export function similarQuery(registration: string, typed: string) {
  return queryOptions({
    queryKey: ['similar-questions', registration, typed],
    queryFn: ({ signal }) =>
      request('GET /api/me/:registration/similar-questions', {
        params: { registration },
        query: { text: typed },
        signal,
      }),
    retry: false,
  });
}
