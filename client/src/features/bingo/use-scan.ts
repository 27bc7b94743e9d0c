import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '../../lib/router/router.js';
import { scan, type Who } from './api.js';

/** Notes a meeting and goes to it; `replace` where the address holds a badge's token. A code that stays before the camera is sent once. */
export function useScan(registration: string, replace = false) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: (who: Who) => scan(client, registration, who),
    onSuccess: ({ encounter }) => navigate(`/me/${registration}/met/${encounter.id}`, { replace }),
  });
  return {
    send: (who: Who) => {
      if (!mutation.isPending) mutation.mutate(who);
    },
    isPending: mutation.isPending,
    error: mutation.error,
    forget: () => mutation.reset(),
  };
}
