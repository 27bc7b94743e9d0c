import type { SeededRandom } from './random.js';

/**
 * What somebody does at a scripted evening; people are numbers from 0. `at`: seconds from the doors' opening.
 * `arrive`: checked in at the door. `scan`: the person scans `other` and puts them in a square if one fits, `wish`
 * saying which of the fitting ones (0 to 8, counted round). `note`: writes an own note. `same`: agrees the same.
 * `share`: says yes to sharing. `take-back`: takes the mark of `other` off the card.
 */
export type CrowdAct =
  | { readonly at: number; readonly who: number; readonly act: 'arrive' }
  | {
      readonly at: number;
      readonly who: number;
      readonly other: number;
      readonly act: 'scan';
      readonly wish: number;
    }
  | {
      readonly at: number;
      readonly who: number;
      readonly other: number;
      readonly act: 'note' | 'same' | 'share' | 'take-back';
    };

export interface CrowdSize {
  readonly people: number;
  /** Seconds during which people arrive, and then during which they mingle. */
  readonly arrival: number;
  readonly mingling: number;
  /** Scans that each person makes; people scanned back come on top. */
  readonly scans: number;
}

/**
 * The script of an evening, in the order of time: everybody arrives, then scans others one at a time; some pairs scan
 * each other, some scan twice. Nobody scans themselves, and each phone's scans stand `mingling / scans` seconds apart.
 */
export function crowdScript(
  { people, arrival, mingling, scans }: CrowdSize,
  random: SeededRandom,
): CrowdAct[] {
  const everybody = Array.from({ length: people }, (_, who) => who);
  const script: CrowdAct[] = everybody.map((who) => ({ at: random.below(arrival), who, act: 'arrive' }));
  const pace = mingling / scans;
  for (const who of everybody) {
    const others = random.shuffle(everybody.filter((other) => other !== who)).slice(0, scans);
    const late = random.below(1000) / 1000;
    others.forEach((other, turn) => {
      script.push(...meetingActs(who, other, arrival + (turn + late) * pace, pace, random));
    });
  }
  return script.sort((a, b) => a.at - b.at);
}

/** One meeting and what follows from it; all of it before the same person's next scan. */
function meetingActs(who: number, other: number, at: number, pace: number, random: SeededRandom): CrowdAct[] {
  const wish = random.below(9);
  const acts: CrowdAct[] = [{ at, who, other, act: 'scan', wish }];
  if (random.happens(5)) acts.push({ at: at + pace * 0.1, who, other, act: 'scan', wish });
  if (random.happens(60)) acts.push({ at: at + pace * 0.3, who, other, act: 'note' });
  if (random.happens(20)) acts.push({ at: at + pace * 0.5, who: other, other: who, act: 'same' });
  if (random.happens(50)) acts.push({ at: at + pace * 0.6, who, other, act: 'share' });
  if (random.happens(40)) acts.push({ at: at + pace * 0.7, who: other, other: who, act: 'share' });
  if (random.happens(5)) acts.push({ at: at + pace * 0.8, who, other, act: 'take-back' });
  return acts;
}
