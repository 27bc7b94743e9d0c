export { Clock, SystemClock } from './clock.js';
export { Randomness, SystemRandomness, newId } from './randomness.js';
export { ClockModule, type Ports } from './clock.module.js';
