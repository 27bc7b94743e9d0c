import type { TestApplication } from '../application.js';
import { askingSteps } from './asking.js';
import { comingSteps } from './coming.js';
import { drawingSteps } from './drawing.js';
import { meetingSteps } from './meeting.js';
import { organisingSteps } from './organising.js';
import { paperSteps } from './paper.js';
import { screeningSteps } from './screening.js';
import { seatingSteps } from './seating.js';
import { Stage, type Step } from './stage.js';

/** Every route that writes, once, in the order of an evening: each step finds ready what it needs. */
export async function everyWrite(application: TestApplication): Promise<readonly Step[]> {
  const stage = await Stage.set(application);
  return [
    organisingSteps,
    comingSteps,
    meetingSteps,
    paperSteps,
    seatingSteps,
    askingSteps,
    screeningSteps,
    drawingSteps,
  ].flatMap((steps) => steps(stage));
}
