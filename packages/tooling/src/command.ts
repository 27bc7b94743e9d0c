import { resolve } from 'node:path';

/** What `run.mjs` hands to every command. */
export interface CommandContext {
  /** Runs a piece of work and tells the person what is going on when it takes over a second. */
  step: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** The project's folder: `src` and `dist` lie equally deep. */
export const projectRoot = resolve(import.meta.dirname, '../../..');
