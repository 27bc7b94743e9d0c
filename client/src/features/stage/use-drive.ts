import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { readAnew } from '../../lib/http/read-anew.js';
import { type Scene, showScene, type Stage, stageQuery } from './api.js';

export interface Drive {
  readonly busy: boolean;
  /** Why the last press did nothing. */
  readonly failure: unknown;
  readonly show: (scene: Scene | null) => Promise<void>;
}

/** Shows scenes: a press while another is on its way does nothing, a refusal reads how it is now. */
export function useDrive(evening: string, stage: Stage): Drive {
  const client = useQueryClient();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const show = async (scene: Scene | null) => {
    if (scene === null || running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const shown = await showScene(evening, stage.version, scene);
      client.setQueryData(stageQuery(evening).queryKey, { stage: shown, heardAt: new Date().toISOString() });
    } catch (error) {
      setFailure(error);
      await readAnew(client, stageQuery(evening)).catch(() => undefined);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, failure, show };
}
