export { Jobs, type JobHandler } from './jobs.js';
export { JobsModule } from './jobs.module.js';
