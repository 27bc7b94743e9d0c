/** A screen reader is spoken to at most this often (T57). */
export const PAUSE_MS = 5000;

/**
 * Collects what is to be read out and says it at most once in five seconds. What comes in between is said together
 * at the end of the pause, each sentence once.
 */
export class Announcements {
  private waiting: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly say: (sentence: string) => void) {}

  announce(sentence: string): void {
    if (!this.waiting.includes(sentence)) this.waiting.push(sentence);
    if (this.timer === undefined) this.speak();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = [];
  }

  private speak(): void {
    this.timer = undefined;
    if (this.waiting.length === 0) return;
    this.say(this.waiting.join(' '));
    this.waiting = [];
    this.timer = setTimeout(() => this.speak(), PAUSE_MS);
  }
}
