/** Pictures in a 24 × 24 box, drawn with a line; `domain` says which sector shows which. */
export const MARKER_ICONS = {
  'town-hall': 'M3 20h18M3 11h18L12 4.5zM6 11v9M10 11v9M14 11v9M18 11v9',
  heart: 'M12 20s-8-4.6-8-10.4A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.6C20 15.4 12 20 12 20z',
  shield: 'M12 3l7.5 2.6v5.6c0 5-3.4 8.3-7.5 9.8-4.1-1.5-7.5-4.8-7.5-9.8V5.6zM8.5 11.5l2.5 2.5 4.5-4.5',
  book: 'M12 6.5C10 5 7 4.6 3.5 5v13.5c3.5-.4 6.5 0 8.5 1.5 2-1.5 5-1.9 8.5-1.5V5C17 4.6 14 5 12 6.5zM12 6.5V20',
  people:
    'M12 11.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M6.5 19.5c0-3 2.4-5 5.5-5s5.5 2 5.5 5M5 11.2a2 2 0 1 0 0-4M2 17c0-1.9 1-3.3 2.8-3.7M19 11.2a2 2 0 1 1 0-4M22 17c0-1.9-1-3.3-2.8-3.7',
  chapel: 'M12 2.5v5M10 4.5h4M12 7.5l4.5 4V20h-9v-8.5zM7.5 14 4 16v4h16v-4l-3.5-2M12 20v-4',
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M5 20c0-3.7 3-6 7-6s7 2.3 7 6',
  shop: 'M4 10v10h16V10M3 10l2-6h14l2 6M3 10a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0M10 20v-5h4v5',
} as const;
export type MarkerIcon = keyof typeof MARKER_ICONS;

/** Each jam has an outline (and a pattern) of its own, in a 48 × 48 box: told apart on grey paper and by every eye. */
export const JAM_OUTLINES = {
  blueberry: 'M24 2a22 22 0 1 0 0 44 22 22 0 0 0 0-44z',
  cloudberry: 'M12 3h24a9 9 0 0 1 9 9v24a9 9 0 0 1-9 9H12a9 9 0 0 1-9-9V12a9 9 0 0 1 9-9z',
  raspberry: 'M14.5 2h19L46 14.5v19L33.5 46h-19L2 33.5v-19z',
} as const;
