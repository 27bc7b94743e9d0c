/** What the big screen can show (issue "The live room", section 2); texts: `stage.scene.<kind>`. */
export const SCENES = [
  'welcome',
  'programme',
  'pulse',
  'talk',
  'questions',
  'seating',
  'draw',
  'thanks',
] as const;
export type SceneKind = (typeof SCENES)[number];

/** A scene with what it is about. The draw is always the evening's latest: an earlier one never comes back in silence. */
export type Scene =
  | {
      readonly scene: 'programme';
      /** What goes on now, as the host says; null: nothing is said. */ readonly block: string | null;
    }
  | { readonly scene: 'talk'; readonly block: string }
  | { readonly scene: 'seating'; /** Counted from 1. */ readonly round: number }
  | { readonly scene: Exclude<SceneKind, 'programme' | 'talk' | 'seating'> };

/** Shown as long as nobody has chosen anything. */
export const FIRST_SCENE: Scene = { scene: 'welcome' };

/** The same text for the same scene. */
export function sceneKey(scene: Scene): string {
  if (scene.scene === 'seating') return `seating:${scene.round}`;
  return 'block' in scene ? `${scene.scene}:${scene.block ?? ''}` : scene.scene;
}

export function isSameScene(one: Scene, other: Scene): boolean {
  return sceneKey(one) === sceneKey(other);
}

/** What of an evening decides which scenes there are. */
export interface StageGround {
  readonly blocks: readonly { readonly id: string }[];
  /** Rounds of the seating that people see; 0 without one. */
  readonly rounds: number;
}

/** False for a part of the programme or a round that is not there (any more). */
export function isPossible(scene: Scene, { blocks, rounds }: StageGround): boolean {
  if (scene.scene === 'seating')
    return Number.isInteger(scene.round) && scene.round >= 1 && scene.round <= rounds;
  if (!('block' in scene) || scene.block === null) return true;
  return blocks.some(({ id }) => id === scene.block);
}
