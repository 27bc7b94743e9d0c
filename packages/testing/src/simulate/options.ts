/** What the command line asks for. */
export interface SimulationOptions {
  readonly url: string;
  readonly people: number;
  readonly seed: string;
  /** A sign-in link of an organiser, as `npm start` prints it or the mail brings it. */
  readonly organiserLink: string;
  /** Scans that each phone makes. */
  readonly scans: number;
  /** Seconds between two scans of one phone: the server allows 30 a minute. */
  readonly pace: number;
  /** Of a hundred writes, how many are sent twice at the same instant. */
  readonly twice: number;
  /** Seconds for which a device asks again when the server is away. */
  readonly patience: number;
}

const HELP =
  'Give --organiser <sign-in link> and perhaps --url http://localhost:3000 --people 85 --scans 12 --pace 4 --twice 5 --patience 0 --seed 1.';

const NAMES = ['url', 'people', 'seed', 'organiser', 'scans', 'pace', 'twice', 'patience'] as const;

function whole(given: string | undefined, fallback: number, least: number, most: number): number {
  const value = given === undefined ? fallback : Number(given);
  if (!Number.isInteger(value) || value < least || value > most) throw new UsageError(HELP);
  return value;
}

/** The command was called wrongly; the message says how to call it. */
export class UsageError extends Error {}

/** Parses `--name value` pairs. Throws `UsageError`. Only loopback addresses are played at: this is load. */
export function readOptions(args: readonly string[]): SimulationOptions {
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const name = NAMES.find((known) => `--${known}` === args[index]);
    const value = args[index + 1];
    if (!name || value === undefined) throw new UsageError(HELP);
    given.set(name, value);
  }
  const organiserLink = given.get('organiser');
  if (organiserLink === undefined) throw new UsageError(HELP);
  const url = new URL(given.get('url') ?? new URL(organiserLink).origin);
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
    throw new UsageError('The simulation plays at a server of this machine only.');
  return {
    url: url.origin,
    people: whole(given.get('people'), 85, 2, 1_000),
    seed: given.get('seed') ?? '1',
    organiserLink,
    scans: whole(given.get('scans'), 12, 1, 40),
    pace: whole(given.get('pace'), 4, 0, 600),
    twice: whole(given.get('twice'), 5, 0, 100),
    patience: whole(given.get('patience'), 0, 0, 600),
  };
}
