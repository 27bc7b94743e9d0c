#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { planAtOnce } from './plan.js';
import { readInstance } from './read/read-instance.js';
import { SeatingError } from './refusal.js';
import type { Progress } from './solve.js';

const USAGE = 'Usage: seating instance.json [--time 1500] [--seed 7] (or - to read standard input)';
const BAR = 30;

/** Something for the person who typed the command, in one sentence. */
class Refused extends Error {}

/** The plan as JSON. */
async function seat(args: readonly string[]): Promise<string> {
  const { source, timeLimitMs, seed } = readArguments(args);
  const name = source === '-' ? 'standard input' : source;
  const content = await (source === '-' ? text(process.stdin) : readFile(source, 'utf8')).catch(() => {
    throw new Refused(`Cannot read ${name}.`);
  });
  const instance = readInstance(parseJson(content, name));
  const plan = planAtOnce(instance, {
    timeLimitMs,
    seed,
    ...(process.stderr.isTTY && { onProgress: drawBar }),
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
  return JSON.stringify(plan);
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { time: { type: 'string', default: '1500' }, seed: { type: 'string', default: '1' } },
      allowPositionals: true,
    });
    const [source] = positionals;
    if (source === undefined || positionals.length > 1) throw new Refused(USAGE);
    return { source, timeLimitMs: wholeNumber(values.time), seed: wholeNumber(values.seed) };
  } catch {
    throw new Refused(USAGE);
  }
}

function wholeNumber(word: string): number {
  const number = /^\d+$/.test(word) ? Number(word) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new Refused(USAGE);
  return number;
}

function parseJson(content: string, name: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new Refused(`There is no JSON in ${name}.`);
  }
}

function drawBar({ done, repeats, repeatsBound }: Progress): void {
  const full = Math.round(done * BAR);
  process.stderr.write(
    `\r${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${repeats} pairs meet again, at least ${repeatsBound} must\u001B[K`,
  );
}

try {
  process.stdout.write(`${await seat(process.argv.slice(2))}\n`);
} catch (error) {
  if (!(error instanceof Refused || error instanceof SeatingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
