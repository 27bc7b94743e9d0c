/** Called often with what is done and about how much there is. */
export type Progress = (done: number, about: number) => void;

const WIDTH = 30;
const SHOWN_EVERY_MS = 100;

/** A bar on the terminal once the work has taken a second; silent elsewhere. */
export function progressBar(name: string, out: NodeJS.WriteStream = process.stderr): Progress {
  const began = performance.now();
  let shownAt = began + 1000 - SHOWN_EVERY_MS;
  return (done, about) => {
    const now = performance.now();
    if (!out.isTTY || now - shownAt < SHOWN_EVERY_MS) return;
    shownAt = now;
    // What was counted beforehand is an estimate; a full bar that goes on would look stuck.
    const share = about > done ? done / about : 0.99;
    const filled = Math.round(share * WIDTH);
    out.write(`\r${name} ${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)} ${done} rows`);
  };
}
