import { useLayoutEffect, useRef } from 'react';

const SLIDE_MS = 700;

/**
 * Rows that change places slide there instead of jumping. Nobody is made to watch movement: not who asks for less of it, not
 * while everything is stopped, and not when only the room for the rows has changed. Gives the ref of the row with this id.
 */
export function useSlide(isStill: boolean): (id: string) => (row: HTMLElement | null) => void {
  const rows = useRef(new Map<string, HTMLElement>());
  const tops = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const before = tops.current;
    const now = new Map(
      [...rows.current].map(([id, row]) => [id, row.offsetTop] as const).toSorted(([, a], [, b]) => a - b),
    );
    tops.current = now;
    if (isStill || [...now.keys()].join() === [...before.keys()].join()) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [id, top] of now) {
      const from = before.get(id) ?? top;
      if (from === top) continue;
      rows.current.get(id)?.animate([{ transform: `translateY(${from - top}px)` }, { transform: 'none' }], {
        duration: SLIDE_MS,
        easing: 'ease-in-out',
      });
    }
  });
  return (id) => (row) => {
    if (row) rows.current.set(id, row);
    else rows.current.delete(id);
  };
}
