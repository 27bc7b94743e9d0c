import { spawn } from 'node:child_process';

/** Says what is going on once a step has taken a second, and how long it took; quick steps stay silent. */
export async function step(name, work) {
  const began = Date.now();
  const slow = setTimeout(() => console.error(`${name} …`), 1000);
  try {
    const result = await work();
    const seconds = (Date.now() - began) / 1000;
    if (seconds >= 1) console.error(`${name}: done in ${seconds.toFixed(1)} s`);
    return result;
  } finally {
    clearTimeout(slow);
  }
}

/** Runs a program quietly; what it printed becomes part of the error when it fails. */
export function quietly(what, program, args, options) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done() : fail(failure(`${what} failed.\n${output.trim()}`))));
  });
}

/** An expected end with a sentence for the person, shown without a stack (as `Failure` in src/failure.ts). */
function failure(message) {
  return Object.assign(new Error(message), { name: 'Failure' });
}
