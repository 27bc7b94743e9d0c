import type { QuestionMove } from '@hillo/contracts/panel';
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { type Answer, request } from '../../../lib/http/request.js';
import { watchStream } from '../../../lib/realtime/socket.js';

export type PanelDesk = Answer<'GET /api/evenings/:evening/panel/desk'>;
export type DeskQuestion = PanelDesk['questions'][number];
export type { QuestionMove };

export function deskQuery(evening: string) {
  return queryOptions({
    queryKey: ['panel-desk', evening],
    queryFn: ({ signal }) =>
      request('GET /api/evenings/:evening/panel/desk', { params: { evening }, signal }),
  });
}

/** Everything about the questions, as anybody who moderates changes it: counts of votes come with the stream. */
export function usePanelDesk(evening: string): PanelDesk {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(deskQuery(evening));
  const [from] = useState(data.rev);
  useEffect(() => {
    const query = deskQuery(evening);
    let told = from;
    /** What was read before a change that this page has heard is read again. */
    const reload = async (): Promise<number> => {
      const { rev } = await readAnew(client, query);
      return rev < told ? reload() : rev;
    };
    return watchStream(`panel-desk:${evening}`, from, {
      onChange: ({ rev, kind, payload }) => {
        told = rev;
        if (kind !== 'votes') {
          void reload().catch(() => undefined);
          return;
        }
        const counts = payload as Readonly<Record<string, number>>;
        client.setQueryData(
          query.queryKey,
          (desk) =>
            desk && {
              ...desk,
              rev,
              questions: desk.questions.map((question) => ({
                ...question,
                votes: counts[question.id] ?? question.votes,
              })),
            },
        );
      },
      onResync: reload,
      onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, evening, from]);
  return data;
}

export function moveOn(evening: string, question: DeskQuestion, move: WithoutVersion): Promise<PanelDesk> {
  return request('POST /api/evenings/:evening/questions/:question/moves', {
    params: { evening, question: question.id },
    body: { ...move, version: question.version },
  });
}

type Unversioned<Move> = Move extends QuestionMove ? Omit<Move, 'version'> : never;
/** A move as its button knows it; the version is that of the question that was pressed. */
export type WithoutVersion = Unversioned<QuestionMove>;

export function editText(evening: string, { id, version }: DeskQuestion, text: string): Promise<PanelDesk> {
  return request('PATCH /api/evenings/:evening/questions/:question', {
    params: { evening, question: id },
    body: { text, version },
  });
}

export function saveOrder(evening: string, version: number, placed: readonly string[]): Promise<PanelDesk> {
  return request('PUT /api/evenings/:evening/panel/order', {
    params: { evening },
    body: { version, placed: [...placed] },
  });
}

export function saveSettings(
  evening: string,
  body: { phase?: PanelDesk['phase']; isModerated?: boolean },
): Promise<PanelDesk> {
  return request('PATCH /api/evenings/:evening/panel', { params: { evening }, body });
}

export function saveNote(evening: string, note: string): Promise<PanelDesk> {
  return request('PUT /api/evenings/:evening/panel/note', { params: { evening }, body: { note } });
}

export function mute(evening: string, question: string, muted: boolean): Promise<PanelDesk> {
  const params = { evening, question };
  return muted
    ? request('PUT /api/evenings/:evening/questions/:question/mute', { params })
    : request('DELETE /api/evenings/:evening/questions/:question/mute', { params });
}

export function markForTable(evening: string, question: string, forTable: boolean): Promise<PanelDesk> {
  return request('PUT /api/evenings/:evening/questions/:question/table', {
    params: { evening, question },
    body: { forTable },
  });
}

export interface TypedQuestion {
  readonly text: string;
  readonly aim: DeskQuestion['aim'];
  readonly speaker: string;
  readonly source: 'card' | 'spoken';
}

export function typeIn(evening: string, body: TypedQuestion) {
  return request('POST /api/evenings/:evening/questions', { params: { evening }, body });
}
