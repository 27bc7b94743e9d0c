import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readAnew } from '../../../../lib/http/read-anew.js';
import { type DrawDesk, deskQuery } from '../../api.js';

/** Takes one step of the draw: a second press does nothing, a refusal shows why and reads where the draw is now. */
export function useStep(evening: string) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const take = async (step: () => Promise<DrawDesk>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFailure(undefined);
    try {
      client.setQueryData(deskQuery(evening).queryKey, await step());
      return true;
    } catch (error) {
      setFailure(error);
      await readAnew(client, deskQuery(evening)).catch(() => undefined);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, take };
}
