import { Logger } from 'graphile-worker';

/** graphile-worker logs every job by default, payloads included. */
export const SILENT_JOBS = new Logger(() => () => undefined);
