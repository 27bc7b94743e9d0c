import type { StreamChange } from '@hillo/contracts/realtime';

export interface StreamHandlers {
  /** The next change, in order and once. */
  readonly onChange: (change: StreamChange) => void;
  /** Something was missed: fetch what happened `since` this rev, and tell the rev that was reached. */
  readonly onResync: (since: number) => Promise<number>;
  /** The session lost the right to the stream. */
  readonly onRevoked?: () => void;
}

/**
 * Follows the revs of one stream. Socket events may be lost, repeated or come out of order; `onChange` is called for
 * the direct successor only, anything else that is newer asks for a resync, one at a time.
 */
export class StreamFollower {
  private newest: number;
  private resyncing = false;

  constructor(
    private rev: number,
    private readonly handlers: StreamHandlers,
  ) {
    this.newest = rev;
  }

  change(change: StreamChange): void {
    if (change.rev === this.rev + 1 && !this.resyncing) {
      this.rev = change.rev;
      this.handlers.onChange(change);
    } else {
      this.isAt(change.rev);
    }
  }

  /** The server said where the stream is: a heartbeat, or the answer to a watch. */
  isAt(rev: number): void {
    this.newest = Math.max(this.newest, rev);
    if (this.newest > this.rev && !this.resyncing) void this.resync();
  }

  private async resync(): Promise<void> {
    this.resyncing = true;
    const since = this.rev;
    try {
      this.rev = Math.max(since, await this.handlers.onResync(since));
    } catch {
      // The next heartbeat asks again.
      this.newest = since;
    } finally {
      this.resyncing = false;
    }
    if (this.newest > this.rev && this.rev > since) void this.resync();
  }
}
