import { orderProgramme, type ProgrammeBlock } from '../evenings/index.js';
import { FIRST_SCENE, type Scene, sceneKey } from './scenes.js';

/** What the run sheet is made of. */
export interface RunSheetSource {
  readonly blocks: readonly ProgrammeBlock[];
  /** Rounds of the seating that people see; 0 without one. */
  readonly rounds: number;
  /** The part of the programme to which the rounds belong; null: nobody said. */
  readonly seatingBlock: string | null;
}

const WITHOUT_PROGRAMME: readonly Scene[] = [{ scene: 'pulse' }, { scene: 'questions' }, { scene: 'draw' }];
/** The rounds of nobody's block come before these: people sit, and then they ask and win. */
const CLOSING = new Set(['questions', 'draw', 'thanks']);

/**
 * The scenes of an evening in the order in which they are offered: the welcome, one for each part of the programme, the thanks.
 * Each comes once.
 */
export function runSheet(source: RunSheetSource): readonly Scene[] {
  const blocks = orderProgramme(source.blocks);
  const seated = seatingBlockOf(source);
  const middle =
    blocks.length === 0
      ? WITHOUT_PROGRAMME
      : blocks.flatMap((block, at) => scenesOf(block, at, seated, source));
  const scenes: readonly Scene[] = [FIRST_SCENE, ...middle, { scene: 'thanks' }];
  return once(seated === null ? withRounds(scenes, source.rounds) : scenes);
}

function seatingBlockOf({ blocks, rounds, seatingBlock }: RunSheetSource): string | null {
  if (rounds === 0) return null;
  if (blocks.some(({ id }) => id === seatingBlock)) return seatingBlock;
  return orderProgramme(blocks).find(({ kind }) => kind === 'group-work')?.id ?? null;
}

function scenesOf(
  { id, kind }: ProgrammeBlock,
  at: number,
  seated: string | null,
  { rounds }: RunSheetSource,
): readonly Scene[] {
  if (id === seated) return roundsOf(rounds);
  switch (kind) {
    case 'arrival':
      // The welcome says it.
      return at === 0 ? [] : [{ scene: 'programme', block: id }];
    case 'talk':
      return [{ scene: 'talk', block: id }];
    case 'bingo':
      return [{ scene: 'pulse' }];
    case 'panel':
      return [{ scene: 'questions' }];
    case 'draw':
      return [{ scene: 'draw' }];
    case 'fair':
    case 'group-work':
    case 'break':
      return [{ scene: 'programme', block: id }];
  }
}

function roundsOf(rounds: number): Scene[] {
  return Array.from({ length: rounds }, (_, index) => ({ scene: 'seating', round: index + 1 }));
}

function withRounds(scenes: readonly Scene[], rounds: number): readonly Scene[] {
  const at = scenes.findIndex(({ scene }) => CLOSING.has(scene));
  return [...scenes.slice(0, at), ...roundsOf(rounds), ...scenes.slice(at)];
}

function once(scenes: readonly Scene[]): readonly Scene[] {
  return [...new Map(scenes.map((scene) => [sceneKey(scene), scene]))].map(([, scene]) => scene);
}

/** Where the evening stands on its run sheet. */
export interface Standing {
  readonly sheet: readonly Scene[];
  readonly current: Scene;
  /** What was shown before; null at the beginning. */
  readonly previous: Scene | null;
}

/**
 * The scene to offer next: the one after what is shown; where that is not on the sheet (the host went aside), the one after what
 * was shown before. Null at the end.
 */
export function nextScene({ sheet, current, previous }: Standing): Scene | null {
  const at = placeOf(sheet, current);
  if (at >= 0) return sheet[at + 1] ?? null;
  const before = previous === null ? -1 : placeOf(sheet, previous);
  return sheet[before + 1] ?? null;
}

/** The scene before this one on the sheet; aside of it, what was shown before. Null at the beginning. */
export function sceneBefore({ sheet, current, previous }: Standing): Scene | null {
  const at = placeOf(sheet, current);
  return at >= 0 ? (sheet[at - 1] ?? null) : previous;
}

function placeOf(sheet: readonly Scene[], scene: Scene): number {
  return sheet.findIndex((each) => sceneKey(each) === sceneKey(scene));
}

const ALWAYS: readonly Scene[] = [
  { scene: 'programme', block: null },
  { scene: 'pulse' },
  { scene: 'questions' },
  { scene: 'draw' },
];

/** Scenes that can be shown at every evening and are not on its run sheet: the host may go aside to them. */
export function scenesAside(sheet: readonly Scene[]): readonly Scene[] {
  return ALWAYS.filter((scene) => placeOf(sheet, scene) < 0);
}
