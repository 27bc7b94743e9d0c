import type { Text } from '@hillo/i18n';
import type { SeatingPlan } from '../api.js';

/** Near enough to the bound that nobody would see the difference. */
const NEARLY = 1.15;

/** How good a plan is, in sentences: first who meets again, then what it was made for. */
export function qualityWords(
  text: Text,
  { quality, aim, rounds }: SeatingPlan,
  countsEncounters: boolean,
): string[] {
  const { repeats, repeatsBound, proved, sameSector, sameSectorBound, wishesMet, wishesTotal } = quality;
  const again =
    repeats === 0
      ? [text(rounds.length === 1 ? 'seating.quality.oneRound' : 'seating.quality.none')]
      : [
          text('seating.quality.repeats', { count: repeats }),
          proved ? text('seating.quality.proved') : text('seating.quality.bound', { count: repeatsBound }),
          // Who they are is not told: an organiser does not see who met whom (product rule 15).
          ...(countsEncounters ? [text('seating.quality.withBingo')] : []),
        ];
  if (aim === 'meet-wishes')
    return [
      ...again,
      wishesTotal === 0
        ? text('seating.quality.noWishes')
        : text('seating.quality.wishes', { met: wishesMet, total: wishesTotal }),
    ];
  const what = aim === 'mix-sectors' ? 'sectors' : 'communities';
  const how =
    sameSector <= sameSectorBound ? 'best' : sameSector <= sameSectorBound * NEARLY ? 'nearly' : 'partly';
  return [...again, text(`seating.quality.${what}.${how}`)];
}
