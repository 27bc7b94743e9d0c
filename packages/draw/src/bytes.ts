/** Bytes of a text in which every sign is ASCII; `draw/1` hashes no other text. Throws RangeError otherwise. */
export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) throw new RangeError(`sign ${at} is not ASCII`);
    bytes[at] = code;
  }
  return bytes;
}

/** The parts one after another in one new array. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** A 32-bit unsigned number as four big-endian bytes. */
export function uint32Bytes(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** Lower-case hexadecimal, two signs a byte. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a text is 32 bytes in lower-case hexadecimal, the only form that `draw/1` hashes and publishes. */
export function isHex32(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** The 32 bytes of a text for which `isHex32` holds; throws RangeError otherwise. */
export function fromHex32(text: string): Uint8Array<ArrayBuffer> {
  if (!isHex32(text)) throw new RangeError('expected 64 lower-case hexadecimal signs');
  return Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}
