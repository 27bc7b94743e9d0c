import { lineMetrics, printable, textWidth, type FontWeight } from './fonts.js';

export interface TextStyle {
  weight: FontWeight;
  /** Wished size; the text shrinks from here down to `smallest`, never below. */
  size: number;
  smallest: number;
  /** Distance of two baselines as a multiple of the size. */
  leading?: number;
}

export interface TextBox {
  width: number;
  lines: number;
  /** Limits the height of all lines together, if given. */
  height?: number;
}

export interface FittedText {
  lines: readonly string[];
  weight: FontWeight;
  size: number;
  /** Distance of two baselines. */
  lineHeight: number;
  /** From the top of the first line to the bottom of the last. */
  height: number;
}

const ELLIPSIS = '…';
const LEADING = 1.25;
const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });

function letters(text: string): string[] {
  return [...graphemes.segment(text)].map((part) => part.segment);
}

/** Words with the blank or hyphen that ends them; a line may break after each. */
function words(text: string): string[] {
  return text.match(/[^\s–-]+(?:[–-]+|\s+)?|[–-]+|\s+/gu) ?? [];
}

/** Breaks a word that is wider than the line itself, between whole characters. */
function breakWord(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of letters(word)) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  if (part !== '') parts.push(part);
  return parts;
}

/** Words are measured one by one, which is much faster than whole lines; kerning between two of them may add this much. */
const KERNING_ROOM = 0.995;

/** Lines no wider than `width`; words stay whole unless one is wider than a line. */
export function wrap(text: string, weight: FontWeight, size: number, width: number): string[] {
  const room = width * KERNING_ROOM;
  const lines: string[] = [];
  let line = '';
  let filled = 0;
  for (const word of words(text)) {
    if (filled + textWidth(word.trimEnd(), weight, size) > room) {
      if (line !== '') lines.push(line.trimEnd());
      const parts = breakWord(word, (part) => textWidth(part.trimEnd(), weight, size) <= room);
      line = parts.pop() ?? '';
      filled = textWidth(line, weight, size);
      lines.push(...parts);
    } else {
      line += word;
      filled += textWidth(word, weight, size);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function breaksWords(text: string, weight: FontWeight, size: number, width: number): boolean {
  return words(text).some((word) => textWidth(word.trimEnd(), weight, size) > width * KERNING_ROOM);
}

function cut(line: string, weight: FontWeight, size: number, width: number): string {
  let kept = letters(line);
  while (kept.length > 0 && textWidth(kept.join('') + ELLIPSIS, weight, size) > width)
    kept = kept.slice(0, -1);
  return kept.join('').trimEnd() + ELLIPSIS;
}

/**
 * Text that stays inside a box: first smaller, then words broken, at last cut with an ellipsis. A size at which no word must be broken
 * is preferred to a larger one.
 */
export function fit(text: string, style: TextStyle, box: TextBox): FittedText {
  const clean = printable(text).text;
  const { weight, smallest, leading = LEADING } = style;
  const heightOf = (count: number, size: number): number => {
    const { ascent, descent } = lineMetrics(weight, size);
    return count === 0 ? 0 : ascent + descent + (count - 1) * size * leading;
  };
  const fitsBox = (count: number, size: number): boolean =>
    count <= box.lines && (box.height === undefined || heightOf(count, size) <= box.height);
  const result = (lines: string[], size: number): FittedText => ({
    lines,
    weight,
    size,
    lineHeight: size * leading,
    height: heightOf(lines.length, size),
  });
  for (let size = style.size; size > smallest; size *= 0.95) {
    if (breaksWords(clean, weight, size, box.width)) continue;
    const lines = wrap(clean, weight, size, box.width);
    if (fitsBox(lines.length, size)) return result(lines, size);
  }
  const lines = wrap(clean, weight, smallest, box.width);
  if (fitsBox(lines.length, smallest)) return result(lines, smallest);
  let room = box.lines;
  while (room > 1 && !fitsBox(room, smallest)) room -= 1;
  if (lines.length <= room) return result(lines, smallest);
  const kept = lines.slice(0, room);
  kept.push(cut(kept.pop() ?? '', weight, smallest, box.width));
  return result(kept, smallest);
}
