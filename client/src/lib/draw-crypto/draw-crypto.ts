/** What the recheck of a draw needs of cryptography. */
export interface DrawCrypto {
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  hmacSha256(key: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** The browser's own; on plain http, where it is missing, a library that is fetched only then. */
export async function loadDrawCrypto(subtle: SubtleCrypto | undefined = crypto.subtle): Promise<DrawCrypto> {
  if (subtle === undefined) return (await import('./draw-crypto-insecure.js')).libraryCrypto;
  return {
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes)),
    hmacSha256: async (key, bytes) => {
      const imported = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      return new Uint8Array(await subtle.sign('HMAC', imported, bytes));
    },
  };
}
