/** A code stays in front of the camera for many pictures, and is read once. */
export const FORGET_MS = 3000;

/** Says whether a reading is new: another code, or the same one after it was out of sight for three seconds. */
export class SeenBefore {
  private text = '';
  private at = -Infinity;

  isNew(text: string, now: number): boolean {
    const fresh = text !== this.text || now - this.at > FORGET_MS;
    this.text = text;
    this.at = now;
    return fresh;
  }
}
