import { useLayoutEffect, useRef } from 'react';

const SLIDE_MS = 700;

/**
 * Rows that change places slide there instead of jumping. Nobody is made to watch movement: not who asks for less of it, and
 * not while everything is stopped. Gives the ref of the row with this id.
 */
export function useSlide(isStill: boolean): (id: string) => (row: HTMLElement | null) => void {
  const rows = useRef(new Map<string, HTMLElement>());
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const calm = isStill || matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const [id, row] of rows.current) {
      const top = row.offsetTop;
      const before = places.current.get(id);
      places.current.set(id, top);
      if (calm || before === undefined || before === top) continue;
      row.animate([{ transform: `translateY(${before - top}px)` }, { transform: 'none' }], {
        duration: SLIDE_MS,
        easing: 'ease-in-out',
      });
    }
    for (const id of places.current.keys()) if (!rows.current.has(id)) places.current.delete(id);
  });
  return (id) => (row) => {
    if (row) rows.current.set(id, row);
    else rows.current.delete(id);
  };
}
