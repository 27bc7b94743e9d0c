import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from './browser-session.js';

/** How often and how long a phone asks again before a test gives up on the server. */
const TRIES = 2_000;
const PAUSE_MS = 20;

/**
 * As a phone does whose answer did not come, or who heard that something broke (5xx): asks again until it is told.
 * `send` must send the same operation id each time.
 */
export async function insist(send: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 1; ; tries += 1) {
    const reply = await send().catch(() => undefined);
    if (reply && reply.status < 500) return reply;
    if (tries === TRIES) throw new Error(`No answer after ${TRIES} tries, the last was ${reply?.status}`);
    await sleep(PAUSE_MS);
  }
}
