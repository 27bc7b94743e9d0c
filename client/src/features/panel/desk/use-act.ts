import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { deskQuery, type PanelDesk } from './api.js';

export type Act = (send: () => Promise<PanelDesk>) => Promise<boolean>;

/** One act at the desk: a second press does nothing, a refusal shows why and reads how it is now. */
export function useAct(evening: string): { busy: boolean; failure: unknown; act: Act; forgive: () => void } {
  const client = useQueryClient();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const act: Act = async (send) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      client.setQueryData(deskQuery(evening).queryKey, await send());
      return true;
    } catch (error) {
      setFailure(error);
      await readAnew(client, deskQuery(evening)).catch(() => undefined);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, failure, act, forgive: () => setFailure(undefined) };
}
