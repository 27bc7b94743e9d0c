import { ConfigError } from './config/index.js';

/** A refusal of a command: its message is one sentence for the person at the terminal. */
export class CommandError extends Error {}

/** Runs a command of the terminal: what goes wrong is one sentence on stderr, and exit code 1. */
export async function runCommand(failure: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = error instanceof CommandError || error instanceof ConfigError;
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(known ? `${reason}\n` : `${failure}: ${reason}\n`);
    process.exitCode = 1;
    // A connection that hangs must not hold the terminal.
    setTimeout(() => process.exit(1), 500).unref();
  }
}
