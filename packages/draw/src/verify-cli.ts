#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { webCrypto } from './crypto.js';
import { type VerifyStep, verifyProof } from './verify.js';

const FAILED: Readonly<Record<VerifyStep, string>> = {
  shape: 'shape (the keys or the form of their values are not those of a proof)',
  tickets: 'tickets (not sorted, or one of them twice)',
  'public-number': 'public-number (not of the form stage:1234,1234,1234;drand:-)',
  announced: 'announced (not what was announced before the reveal)',
  commit: 'commit (the secret is not the one committed to)',
  list: 'list (the tickets are not the frozen ones)',
  seed: 'seed (it does not follow from the inputs)',
  order: 'order (it does not follow from the seed)',
};

/** One line for people and the exit code: 0 when the proof holds, else 1. */
async function verifyDraw(args: readonly string[]): Promise<{ line: string; exitCode: 0 | 1 }> {
  const [source] = args;
  if (source === undefined || args.length > 1) {
    return { line: 'Usage: verify-draw proof.json (or - to read standard input)', exitCode: 1 };
  }
  const name = source === '-' ? 'standard input' : source;
  const content = await (source === '-' ? text(process.stdin) : readFile(source, 'utf8')).catch(
    () => undefined,
  );
  if (content === undefined) return { line: `Cannot read ${name}.`, exitCode: 1 };
  const candidate = parseJson(content);
  if (candidate === undefined) return { line: `There is no JSON in ${name}.`, exitCode: 1 };

  const result = await verifyProof(webCrypto(webcrypto.subtle), candidate);
  if (!result.ok) return { line: `The proof fails at ${FAILED[result.code]}.`, exitCode: 1 };
  const { proof, winners } = result.value;
  const drawn = winners.length === 0 ? 'nobody' : winners.join(' ');
  return {
    line:
      `The proof holds: draw ${proof.drawId}, ${proof.tickets.length} tickets, ${proof.prizes} prizes, ` +
      `drawn ${drawn}. Committed before: ${proof.commit}.`,
    exitCode: 0,
  };
}

/** A JSON text never parses to undefined, so undefined stands for a text that is none. */
function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

const { line, exitCode } = await verifyDraw(process.argv.slice(2));
(exitCode === 0 ? process.stdout : process.stderr).write(`${line}\n`);
process.exitCode = exitCode;
