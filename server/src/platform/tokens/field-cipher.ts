import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type NamedKey, readKeys } from './keys.js';

/**
 * AES-256-GCM for single fields. A ciphertext names its key: `<keyId>.<iv>.<tag>.<text>` in base64url, so that keys can be
 * rotated. `context` (for instance `registration:<id>:access-needs`) is authenticated: a ciphertext moved to another row does
 * not open.
 */
export class FieldCipher {
  private readonly keys: readonly [NamedKey, ...NamedKey[]];

  constructor(fieldKey: string) {
    this.keys = readKeys(fieldKey);
  }

  encrypt(plain: string, context: string): string {
    const [key] = this.keys;
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(Buffer.from(context));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [key.id, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws when the key is unknown or the text was altered or moved. */
  decrypt(ciphertext: string, context: string): string {
    const [keyId, iv, tag, text] = ciphertext.split('.');
    const key = this.keys.find((candidate) => candidate.id === keyId);
    if (!key || !iv || !tag || text === undefined) throw new Error('The ciphertext names no known key');
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(iv, 'base64url'))
      .setAAD(Buffer.from(context))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString(
      'utf8',
    );
  }
}
