import { readFileSync } from 'node:fs';

/** Memory that a process has in RAM, in MiB; undefined where there is no /proc. */
export function residentMiB(pid: number): number | undefined {
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kib === undefined ? undefined : Number(kib) / 1024;
  } catch {
    return undefined;
  }
}
