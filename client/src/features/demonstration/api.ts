import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, request } from '../../lib/http/request.js';

export type Removed = Answer<'DELETE /api/organisations/:organisation/demonstration'>;

/** Removes the demonstration; what the pages know of evenings and of the session is read anew when `refresh` is called. */
export function useRemoval(organisation: string) {
  const client = useQueryClient();
  const mutationKey = ['demonstration', organisation];
  const removal = useMutation({
    mutationKey,
    mutationFn: () =>
      request('DELETE /api/organisations/:organisation/demonstration', { params: { organisation } }),
  });
  return {
    remove: () => {
      // Asked of the client, which knows of a press before the page is drawn again.
      if (client.isMutating({ mutationKey }) === 0) removal.mutate();
    },
    isPending: removal.isPending,
    error: removal.error,
    removed: removal.data,
    refresh: () => client.invalidateQueries(),
  };
}
