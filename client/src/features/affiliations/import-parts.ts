import { LINES_AT_ONCE } from '@hillo/domain/affiliations';
import { request } from '../../lib/http/request.js';
import type { LineFault } from './api.js';

/** A line that could not be listed: as it was written, where it stood, and what is wrong. */
export interface FaultyLine {
  readonly number: number;
  readonly line: string;
  readonly fault: LineFault;
}

export interface NumberedLine {
  readonly number: number;
  readonly line: string;
}

export function linesOf(text: string): NumberedLine[] {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line, index) => ({ number: index + 1, line }))
    .filter(({ line }) => line.trim() !== '');
}

/** Sends the lines in parts that one request holds; a part that was sent before a failure stays listed. */
export async function importLines(organisation: string, lines: readonly NumberedLine[]) {
  const faulty: FaultyLine[] = [];
  let listed = 0;
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    const part = lines.slice(from, from + LINES_AT_ONCE);
    const answer = await request('POST /api/organisations/:organisation/affiliations/import', {
      params: { organisation },
      body: { lines: part.map(({ line }) => line) },
    });
    listed += answer.listed;
    for (const { line, code } of answer.faults) {
      const written = part[line];
      if (written) faulty.push({ ...written, fault: code });
    }
  }
  return { listed, faulty };
}

/** A spreadsheet may save CSV in the old Windows letters; what is no UTF-8 is read as those. */
export async function readTextFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
