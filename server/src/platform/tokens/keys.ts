export interface NamedKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Reads `<keyId>:<base64>` entries separated by commas; the shape was checked by the configuration. */
export function readKeys(text: string): readonly [NamedKey, ...NamedKey[]] {
  const keys = text.split(',').map((entry) => {
    const [id, base64] = entry.split(':') as [string, string];
    return { id, bytes: Buffer.from(base64, 'base64') };
  });
  return keys as [NamedKey, ...NamedKey[]];
}
