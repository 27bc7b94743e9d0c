/** The colours of jam that an evening may wear on the stage, as the theme of the client names them. */
export const STAGE_COLOURS = ['blueberry', 'cloudberry', 'raspberry'] as const;
export type StageColour = (typeof STAGE_COLOURS)[number];

/** The evening's colour: the same on every screen and after every reload, and another for the next evening often. */
export function stageColour(eveningId: string): StageColour {
  const sum = [...eveningId].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return STAGE_COLOURS[sum % STAGE_COLOURS.length] ?? 'blueberry';
}
