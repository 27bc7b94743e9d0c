import { moveQuestion } from '@hillo/domain/panel';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

interface Ordering {
  /** Ids in the order of the list, those placed by hand first. */
  readonly order: readonly string[];
  readonly placed: number;
  readonly onPlaced: (placed: readonly string[], id: string, to: number) => void;
}

/** Dragging by finger, pen or mouse, and arrow keys, on the handle of each row. */
export function useOrdering({ order, placed, onPlaced }: Ordering) {
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<number>();
  const rows = useRef(new Map<string, HTMLElement>());

  const drop = (id: string, to: number) => {
    const target = Math.max(0, Math.min(order.length - 1, to));
    if (order[target] !== id) onPlaced(moveQuestion(order, placed, id, target), id, target);
  };
  const placeAt = (y: number): number => {
    const above = order.filter((id) => {
      const box = rows.current.get(id)?.getBoundingClientRect();
      return box !== undefined && box.top + box.height / 2 < y;
    });
    return above.length;
  };
  /** The place in the list without the dragged row. */
  const targetAt = (id: string, y: number) => {
    const place = placeAt(y);
    return place > order.indexOf(id) ? place - 1 : place;
  };

  return {
    dragged,
    over,
    row: (id: string) => (element: HTMLElement | null) => {
      if (element) rows.current.set(id, element);
      else rows.current.delete(id);
    },
    handle: (id: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(id);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (dragged === id) setOver(targetAt(id, event.clientY));
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (dragged === id && over !== undefined) drop(id, targetAt(id, event.clientY));
        setDragged(undefined);
        setOver(undefined);
      },
      onPointerCancel: () => {
        setDragged(undefined);
        setOver(undefined);
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (by === 0) return;
        event.preventDefault();
        event.stopPropagation();
        drop(id, order.indexOf(id) + by);
      },
    }),
  };
}
