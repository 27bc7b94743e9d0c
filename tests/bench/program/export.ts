import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Figure, median, plain } from '../figures.js';
import { step } from '../progress.js';
import type { ExportReport } from './export-child.js';

const ROUNDS = 3;

/** Ten thousand contacts to XLSX, each time in a fresh process. */
export async function measureExport(): Promise<Figure[]> {
  const reports = await step('Exporting 10,000 contacts to XLSX', async () => {
    const all: ExportReport[] = [];
    for (let round = 0; round < ROUNDS; round += 1) all.push(await exportOnce());
    return all;
  });
  return [
    plain('export of 10,000 contacts to XLSX', 's', median(reports.map(({ seconds }) => seconds))),
    plain(
      'export of 10,000 contacts to XLSX: greatest memory',
      'MiB',
      median(reports.map(({ peak }) => peak)),
    ),
    plain(
      'export of 10,000 contacts to XLSX: of it before',
      'MiB',
      median(reports.map(({ before }) => before)),
    ),
  ];
}

async function exportOnce(): Promise<ExportReport> {
  const child = fork(fileURLToPath(new URL('export-child.js', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The export ended by itself')));
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [ExportReport];
  await ended.catch(() => undefined);
  return report;
}
