import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEntries } from '../../lib/offline/waiting.js';
import { useNavigate } from '../../lib/router/router.js';
import { scan, type Who } from './api.js';

/** Notes a meeting and goes to it, or to what waits of it without network; `replace` where the address holds a badge's token. A code that stays before the camera is sent once. */
export function useScan(registration: string, replace = false) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const entries = useEntries(`registration:${registration}`);
  const mutation = useMutation({
    mutationFn: (who: Who) => scan(client, registration, who),
    onSuccess: (delivery) =>
      navigate(
        delivery.kind === 'delivered'
          ? `/me/${registration}/met/${delivery.answer.encounter.id}`
          : `/me/${registration}/waiting/${delivery.entry.operationId}`,
        { replace },
      ),
  });
  const waitingFor = (who: Who) =>
    entries.find(
      ({ label, refusal }) => !refusal && label?.[who.by] === (who.by === 'code' ? who.code : who.token),
    );
  return {
    send: (who: Who) => {
      if (mutation.isPending) return;
      const known = waitingFor(who);
      if (known) navigate(`/me/${registration}/waiting/${known.operationId}`, { replace });
      else mutation.mutate(who);
    },
    isPending: mutation.isPending,
    error: mutation.error,
    forget: () => mutation.reset(),
  };
}
