import { playEvening, type Played, type Progress } from './evening.js';
import { readOptions } from './options.js';

const WIDTH = 30;

/** A bar on a terminal; a line at each tenth elsewhere. */
function progressBar(): Progress {
  let tenth = '';
  return (step, done, total) => {
    const filled = Math.round((done / total) * WIDTH);
    const line = `${step.padEnd(12)} ${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)} ${done}/${total}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === total ? '\n' : ''}`);
    const reached = `${step} ${Math.floor((done / total) * 10)}`;
    if (!process.stdout.isTTY && reached !== tenth) process.stdout.write(`${line}\n`);
    tenth = reached;
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function summary({ checks, traffic, changesHeard, seconds }: Played): string {
  const lines = checks.map(({ name, looked, broken }) =>
    broken.length === 0
      ? `holds   ${name} (${looked})`
      : `BROKEN  ${name}: ${broken.slice(0, 5).join(', ')}${broken.length > 5 ? ` and ${broken.length - 5} more` : ''}`,
  );
  const refusals = [...traffic.refusals].map(([code, count]) => `${code} ${count}`).join(', ') || 'none';
  return [
    ...lines,
    `${traffic.requests} requests in ${Math.round(seconds)} s, median ${percentile(traffic.latencies, 0.5)} ms, p95 ${percentile(traffic.latencies, 0.95)} ms`,
    `${changesHeard} changes heard on the phones`,
    `refusals: ${refusals}`,
  ].join('\n');
}

try {
  const played = await playEvening(readOptions(process.argv.slice(2)), progressBar());
  process.stdout.write(`${summary(played)}\n`);
  const tooMany = played.traffic.refusals.has('too-many-requests');
  if (tooMany || played.checks.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
