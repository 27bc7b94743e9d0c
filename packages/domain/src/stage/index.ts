export { STAGE_COLOURS, type StageColour, stageColour } from './look.js';
export {
  type RunSheetSource,
  type Standing,
  nextScene,
  runSheet,
  sceneBefore,
  scenesAside,
} from './run-sheet.js';
export {
  FIRST_SCENE,
  SCENES,
  type Scene,
  type SceneKind,
  type StageGround,
  isPossible,
  isSameScene,
  sceneKey,
} from './scenes.js';
export { NOW_ACTIONS, type NowAction, type WhatNow, whatNow } from './what-now.js';
