import { useText } from '../../../lib/texts/texts.js';
import type { Scene, Stage } from '../api.js';

/** A scene as its button says it: the part of the programme by its own title. */
export function useSceneName({ programme }: Pick<Stage, 'programme'>): (scene: Scene) => string {
  const text = useText();
  return (scene) => {
    if (scene.scene === 'seating') return text('stageRemote.round', { round: scene.round });
    const block = 'block' in scene ? programme.find(({ id }) => id === scene.block) : undefined;
    if (block) return block.title || text(`evenings.programme.${block.kind}`);
    return text(`stage.scene.${scene.scene}`);
  };
}
