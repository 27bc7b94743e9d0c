import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { create, type Font } from 'fontkit';

import { oneLine } from './plain-text.js';

export type FontWeight = 'regular' | 'bold';

const require = createRequire(import.meta.url);
const FILES = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
} as const satisfies Record<FontWeight, string>;

interface LoadedFont {
  bytes: Buffer;
  font: Font;
}

const loaded = new Map<FontWeight, LoadedFont>();

function load(weight: FontWeight): LoadedFont {
  const known = loaded.get(weight);
  if (known) return known;
  const bytes = readFileSync(require.resolve(FILES[weight]));
  const font = create(bytes);
  if (!('unitsPerEm' in font)) throw new Error(`Not a single font: ${FILES[weight]}`);
  const entry = { bytes, font };
  loaded.set(weight, entry);
  return entry;
}

export function fontBytes(weight: FontWeight): Buffer {
  return load(weight).bytes;
}

/** Shaping a text costs more than all else here, and finding a size asks for the same text again and again. */
const MEASURED_AT_MOST = 2_000;
const measured = new Map<string, number>();

/** Width of one line in the unit of `size`, kerning included. */
export function textWidth(text: string, weight: FontWeight, size: number): number {
  const key = `${weight} ${text}`;
  let ems = measured.get(key);
  if (ems === undefined) {
    const { font } = load(weight);
    ems = font.layout(text).advanceWidth / font.unitsPerEm;
    if (measured.size >= MEASURED_AT_MOST) measured.clear();
    measured.set(key, ems);
  }
  return ems * size;
}

/** Heights of the tallest and deepest letters for a size; a line is drawn from `ascent` above its baseline. */
export function lineMetrics(weight: FontWeight, size: number): { ascent: number; descent: number } {
  const { font } = load(weight);
  return {
    ascent: (font.ascent * size) / font.unitsPerEm,
    descent: (-font.descent * size) / font.unitsPerEm,
  };
}

/** More marks than any written language puts on one letter would be drawn over the neighbouring lines. */
const MARKS_A_LETTER = 3;
const MARK = /\p{Mark}/u;
const PICTOGRAPH =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\p{Regional_Indicator}\u200b-\u200f\u2060]/u;
/** Drawn for a letter of a script that the font does not have, so that the reader sees that something is missing. */
const MISSING = '\ufffd';

/**
 * One line that the embedded font can draw: composed (NFC), at most three marks a letter, pictures left out, letters of other scripts
 * replaced. `complete` is false if a letter was replaced: then the text should also be offered in another form.
 */
export function printable(text: string): { text: string; complete: boolean } {
  const { font } = load('regular');
  let marks = 0;
  let complete = true;
  let drawn = '';
  for (const character of oneLine(text).normalize('NFC')) {
    marks = MARK.test(character) ? marks + 1 : 0;
    if (marks > MARKS_A_LETTER || PICTOGRAPH.test(character)) continue;
    const known = font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    if (!known && marks > 0) continue;
    complete &&= known;
    drawn += known ? character : MISSING;
  }
  return { text: drawn.replace(/ {2,}/g, ' ').trim(), complete };
}
