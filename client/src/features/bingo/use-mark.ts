import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CardChange, mark, move, takeBack } from './api.js';

export type MarkAct =
  | { readonly act: 'put' | 'move'; readonly encounter: string; readonly square: number }
  | { readonly act: 'take-back'; readonly encounter: string };

/**
 * Marks, moves and take-backs of one card; a second tap while one is on its way does nothing. `onDone` gets no change when a
 * mark waits for the network.
 */
export function useMark(
  registration: string,
  onDone: (change: CardChange | undefined, act: MarkAct) => void,
) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (act: MarkAct) => send(client, registration, act),
    onSuccess: onDone,
    // Somebody else's phone of mine, or the freeze, may have changed the card.
    onError: () => void client.invalidateQueries({ queryKey: ['me', registration] }),
  });
  return {
    act: (act: MarkAct) => {
      if (!mutation.isPending) mutation.mutate(act);
    },
    isPending: mutation.isPending,
    error: mutation.error,
    forget: () => mutation.reset(),
  };
}

function send(client: QueryClient, registration: string, act: MarkAct): Promise<CardChange | undefined> {
  switch (act.act) {
    case 'put':
      return mark(client, registration, act.encounter, act.square);
    case 'move':
      return move(client, registration, act.encounter, act.square);
    case 'take-back':
      return takeBack(client, registration, act.encounter);
  }
}
