export type Fit = 'xl' | 'l' | 'm' | 's';

/** How large a text may be drawn, so that it has room whatever its length. */
export function fitOf(text: string): Fit {
  const { length } = text;
  const longest = Math.max(...text.split(/\s+/).map((word) => word.length));
  if (length <= 24 && longest <= 14) return 'xl';
  if (length <= 60 && longest <= 20) return 'l';
  return length <= 130 ? 'm' : 's';
}

/** Of a question that is answered: letters in a line and height of a line, in hundredths of the picture's width. */
const ON_STAGE: Readonly<Record<Fit, { letters: number; line: number }>> = {
  xl: { letters: 20, line: 5.1 },
  l: { letters: 25, line: 4.3 },
  m: { letters: 31, line: 3.5 },
  s: { letters: 45, line: 2.5 },
};
/** Inside the picture, below the heading or around the question. */
const ROOM = { list: 33, beside: 29 };
const ROW = { letters: 36, line: 2.7, around: 2.7 };

const linesOf = (text: string, letters: number) => Math.ceil(text.length / letters);

/** How many of the next questions have room: all of them drawn whole or in two lines, none cut by the edge of the screen. */
export function rowsThatFit(next: readonly string[], onStage: string | undefined): number {
  const fit = onStage === undefined ? undefined : ON_STAGE[fitOf(onStage)];
  const taken = onStage === undefined || !fit ? 0 : linesOf(onStage, fit.letters) * fit.line;
  let left = (onStage === undefined ? ROOM.list : ROOM.beside) - taken;
  for (const [index, text] of next.entries()) {
    left -= ROW.around + Math.min(2, linesOf(text, ROW.letters)) * ROW.line;
    if (left < 0) return index;
  }
  return next.length;
}
