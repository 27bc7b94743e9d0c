import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CardChange, mark, takeBack } from './api.js';

export type MarkAct =
  | { readonly act: 'put' | 'move'; readonly encounter: string; readonly square: number }
  | { readonly act: 'take-back'; readonly encounter: string };

/** Marks, moves and take-backs of one card; a second tap while one is on its way does nothing. */
export function useMark(registration: string, onDone: (change: CardChange, act: MarkAct) => void) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (act: MarkAct) =>
      act.act === 'take-back'
        ? takeBack(client, registration, act.encounter)
        : mark(client, registration, act.encounter, act.square, act.act === 'move'),
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
