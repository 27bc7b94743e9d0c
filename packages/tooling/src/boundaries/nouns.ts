/**
 * The nouns, lowest first. A noun uses those of earlier rows only; nouns of one row never use each other.
 * Rows of one noun are one tier of ARCHITECTURE.md told in finer steps (the door checks in registrations).
 */
const rows = [
  ['accounts'],
  ['evenings'],
  ['registration'],
  ['affiliations'],
  ['door'],
  ['encounters'],
  ['pulse'],
  ['bingo', 'panel', 'contacts', 'matchmaking', 'partnership-tables'],
  ['draw'],
  ['privacy', 'insights', 'stage'],
  ['health', 'demonstration'],
];

export interface Noun {
  name: string;
  /** Nouns of the same row. */
  peers: string[];
  /** Nouns of later rows. */
  higher: string[];
}

export const nouns: Noun[] = rows.flatMap((row, index) =>
  row.map((name) => ({
    name,
    peers: row.filter((other) => other !== name),
    higher: rows.slice(index + 1).flat(),
  })),
);
