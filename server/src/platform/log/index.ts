export { LogModule } from './log.module.js';
export { Log } from './log.js';
