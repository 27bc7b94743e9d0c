/** The two primitives that `draw/1` needs, handed in by whoever calls; inputs are never kept. */
export interface DrawCrypto {
  /** SHA-256 (FIPS 180-4) of the bytes: 32 bytes. */
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** HMAC-SHA-256 (RFC 2104) of the bytes under the key: 32 bytes. */
  hmacSha256(key: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/**
 * The part of WebCrypto's `SubtleCrypto` that is used here, declared again because this package knows neither
 * the DOM nor Node. `Key` is the platform's own `CryptoKey`.
 */
export interface SubtleHash<Key> {
  digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: { name: 'HMAC'; hash: 'SHA-256' },
    extractable: boolean,
    usages: 'sign'[],
  ): Promise<Key>;
  sign(algorithm: 'HMAC', key: Key, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** Makes the port of a platform's `crypto.subtle` (Node, browsers in a secure context, Deno, workers). */
export function webCrypto<Key>(subtle: SubtleHash<Key>): DrawCrypto {
  return {
    async sha256(bytes) {
      return new Uint8Array(await subtle.digest('SHA-256', bytes));
    },
    async hmacSha256(key, bytes) {
      const imported = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      return new Uint8Array(await subtle.sign('HMAC', imported, bytes));
    },
  };
}
