import type { Text } from '@hillo/i18n';
import type { Prize } from './api.js';

/** The organiser's words, else what kind it is. */
export function prizeName(text: Text, prize: Prize | undefined): string {
  if (!prize) return '';
  return prize.words === '' ? text(`draw.prizeKind.${prize.kind}`) : prize.words;
}

/** Prizes have no id: their place in the list is what names them. */
export function withPlaces(prizes: readonly Prize[]): readonly { place: number; prize: Prize }[] {
  return prizes.map((prize, place) => ({ place, prize }));
}
