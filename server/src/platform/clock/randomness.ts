import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** Chance as a port. */
export abstract class Randomness {
  /** Cryptographically strong bytes in production. */
  abstract bytes(length: number): Uint8Array;
}

export class SystemRandomness extends Randomness {
  override bytes(length: number): Uint8Array {
    return randomBytes(length);
  }
}

/** UUIDv7, made in the application so that PostgreSQL 15 to 18 all serve. */
export function newId(): string {
  return uuidv7();
}
