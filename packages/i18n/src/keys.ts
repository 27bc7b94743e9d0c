import type { Values } from './translator.js';

/**
 * Every key with its placeholders. This loose shape serves the package's own tests; the build replaces
 * `dist/keys.d.ts` with the keys that the texts have.
 */
export interface MessageParameters {
  readonly [key: string]: Values | undefined;
}
