import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StreamName } from '@hillo/contracts/realtime';
import { readAnew } from '../../lib/http/read-anew.js';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';
import { watchStream } from '../../lib/realtime/socket.js';

export type Stage = Answer<'GET /api/evenings/:evening/stage'>;
export type Scene = Stage['scene'];
export type StageQuestion = NonNullable<Stage['questions']>['next'][number];

/** What the stage shows and when this device heard it; the last one stays through reloads without network. */
export function stageQuery(evening: string) {
  return queryOptions({
    queryKey: ['stage', evening],
    ...keptQuery(`stage:${evening}`, async ({ signal }) => ({
      stage: await request('GET /api/evenings/:evening/stage', { params: { evening }, signal }),
      heardAt: new Date().toISOString(),
    })),
  });
}

/** Programme, tables and names of others' making change without the stage: the screen looks again now and then. */
const LOOK_MS = 20_000;

export interface HeardStage {
  readonly stage: Stage;
  readonly heardAt: string;
}

/**
 * The stage, followed by its stream and, while questions are shown, by theirs.
 *
 * @param panel the stream of questions that this reader may watch: `panel-desk` tells votes sooner
 * @param spreadMs readers who are many do not ask in the same moment
 */
export function useStage(evening: string, panel: 'panel-desk' | 'panel', spreadMs = 0): HeardStage {
  const client = useQueryClient();
  const { data } = useSuspenseQuery({ ...stageQuery(evening), refetchInterval: LOOK_MS });
  const [from] = useState(data.stage.rev);
  const showsQuestions = data.stage.scene.scene === 'questions';
  useEffect(
    () => follow(client, evening, { stream: `stage:${evening}`, from, spreadMs }),
    [client, evening, from, spreadMs],
  );
  useEffect(
    () =>
      showsQuestions
        ? follow(client, evening, { stream: `${panel}:${evening}`, from: 0, spreadMs })
        : undefined,
    [client, evening, panel, showsQuestions, spreadMs],
  );
  return data;
}

interface Followed {
  readonly stream: StreamName;
  readonly from: number;
  readonly spreadMs: number;
}

function follow(client: QueryClient, evening: string, { stream, from, spreadMs }: Followed): () => void {
  const reload = () => readAnew(client, stageQuery(evening));
  return watchStream(stream, from, {
    onChange: () => void setTimeout(() => void reload().catch(() => undefined), Math.random() * spreadMs),
    onResync: async () => {
      const { rev } = await request('GET /api/streams/:stream', { params: { stream } });
      await reload();
      return rev;
    },
    onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
  });
}

/** Shows another scene; refused when somebody else was faster. */
export function showScene(evening: string, version: number, scene: Scene): Promise<Stage> {
  return request('PUT /api/evenings/:evening/stage/scene', { params: { evening }, body: { version, scene } });
}
