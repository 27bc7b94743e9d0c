import { createHash } from 'node:crypto';
import { searchKey, spokenCodeOf } from '@hillo/domain/door';
import { newId } from '@hillo/server/platform/clock';
import { DerivedTokens } from '@hillo/server/platform/tokens';
import pg from 'pg';
import { TEST_KEYS } from '../../support/keys.js';
import { Fixtures } from '../../support/fixtures.js';

const SQUARES_A_CARD = 9;
const FIRST_NAMES = [
  'Aino',
  'Eino',
  'Helmi',
  'Ilmari',
  'Kerttu',
  'Lauri',
  'Maija',
  'Olavi',
  'Siiri',
  'Veikko',
];
const SYLLABLES = ['Hal', 'Kar', 'Lep', 'Mus', 'Nie', 'Pal', 'Ran', 'Sal', 'Tam', 'Vai'];

export interface FilledPerson {
  readonly id: string;
  readonly cardId: string | null;
  readonly badge: string;
  /** Both words differ from everybody else's in the evening. */
  readonly firstName: string;
  readonly lastName: string;
}

export interface FilledEvening {
  readonly id: string;
  readonly organisationId: string;
  /** In the room, by side: the first meet only the second when the cards are filled. */
  readonly sides: readonly [readonly FilledPerson[], readonly FilledPerson[]];
  /** Registered and not yet in. */
  readonly expected: readonly FilledPerson[];
}

/** Puts whole evenings into a database by statement, thousands of rows at a time. Names are made of syllables. */
export class EveningFiller {
  readonly fixtures: Fixtures;
  private readonly tokens = new DerivedTokens(TEST_KEYS.LINK_KEY);

  private constructor(private readonly client: pg.Client) {
    this.fixtures = new Fixtures({
      url: '',
      tokens: this.tokens,
      clock: { now: () => new Date() },
      db: { execute: async (sql, values = []) => (await client.query(sql, [...values])).rowCount ?? 0 },
    });
  }

  static async open(url: string): Promise<EveningFiller> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    // Rows that are right by construction: their foreign keys need no look-up each.
    await client.query('SET session_replication_role = replica');
    return new EveningFiller(client);
  }

  /** Fresh figures for the planner, then lets go of the database. */
  async close(): Promise<void> {
    await this.client.query('VACUUM ANALYZE');
    await this.client.end();
  }

  /** A running evening: `expected` are still to come, the others are in, with cards that are empty or full. */
  async evening(people: number, expected: number, cards: 'empty' | 'full'): Promise<FilledEvening> {
    const organisationId = await this.fixtures.organisation();
    const id = await this.fixtures.evening(organisationId, {
      state: 'running',
      starts_at: new Date(Date.now() - 3_600_000),
      ends_at: new Date(Date.now() + 7_200_000),
    });
    const everybody = Array.from({ length: people }, (_, index) =>
      this.person(index, index < people - expected),
    );
    for (let from = 0; from < people; from += 5_000)
      await this.register(id, everybody.slice(from, from + 5_000), from);
    const inside = everybody.filter(({ cardId }) => cardId !== null);
    const sides = [
      inside.filter((_, index) => index % 2 === 0),
      inside.filter((_, index) => index % 2 === 1),
    ] as const;
    if (cards === 'full') await this.fillCards(id, sides);
    return { id, organisationId, sides, expected: everybody.filter(({ cardId }) => cardId === null) };
  }

  /** Cookies of phones: a session each. */
  async phones(eveningId: string, people: readonly FilledPerson[]): Promise<string[]> {
    const cookies: string[] = [];
    for (const { id } of people)
      cookies.push(await this.fixtures.session({ kind: 'attendee', subjectId: id, eveningId, role: null }));
    return cookies;
  }

  private person(index: number, isIn: boolean): FilledPerson {
    const id = newId();
    const at = (digit: number) => Math.floor(index / 10 ** digit) % 10;
    return {
      id,
      cardId: isIn ? newId() : null,
      badge: this.tokens.derive('badge', id, 1),
      firstName: FIRST_NAMES[at(0)] ?? '',
      lastName:
        [1, 2, 3]
          .map((digit) => SYLLABLES[at(digit)])
          .join('')
          .toLowerCase() +
        'nen' +
        Math.floor(index / 10_000),
    };
  }

  private async register(eveningId: string, people: readonly FilledPerson[], from: number): Promise<void> {
    const affiliation = 'Esimerkkiyhdistys ry';
    await this.client.query(
      `INSERT INTO registrations (id, evening_id, kind, state, first_name, last_name, email, email_key, search_key, person_key,
         sector, affiliation, locale, personal_hash, badge_hash, spoken_code, source, queue_number, opened_at,
         checked_in_at, checked_in_by, created_at)
       SELECT p.id, $1, 'person', 'confirmed', p.first_name, p.last_name, p.email, p.email, p.search_key, p.person_key,
         p.sector, $2, 'fi', p.personal_hash, p.badge_hash, p.spoken_code, 'form', p.place, now(),
         CASE WHEN p.card_id IS NOT NULL THEN now() - interval '30 minutes' END,
         CASE WHEN p.card_id IS NOT NULL THEN 'bench' END, now() - interval '7 days'
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                   $12::text[], $13::int[], $14::uuid[])
         AS p (id, first_name, last_name, email, search_key, person_key, sector, personal_hash, badge_hash, spoken_code,
               place, card_id)`,
      [
        eveningId,
        affiliation,
        people.map(({ id }) => id),
        people.map(({ firstName }) => firstName),
        people.map(({ lastName }) => lastName),
        people.map((_, index) => `henkilo${from + index}@example.org`),
        people.map(({ firstName, lastName }) => searchKey({ firstName, lastName, affiliation })),
        people.map(({ firstName, lastName }) => sha256(`${firstName} ${lastName}`)),
        people.map((_, index) => ((from + index) % 2 === 0 ? 'association' : 'municipality')),
        people.map(({ id }) => this.tokens.deriveHash('personal', id, 1)),
        people.map(({ id }) => this.tokens.deriveHash('badge', id, 1)),
        people.map((_, index) => spokenCodeOf(from + index)),
        people.map((_, index) => from + index + 1),
        people.map(({ cardId }) => cardId),
      ],
    );
    await this.client.query(
      `INSERT INTO cards (id, evening_id, registration_id, issued_at)
       SELECT c.id, $1, c.registration_id, now() FROM unnest($2::uuid[], $3::uuid[]) AS c (id, registration_id)
       WHERE c.id IS NOT NULL`,
      [eveningId, people.map(({ cardId }) => cardId), people.map(({ id }) => id)],
    );
  }

  /** Each of one side has met nine of the other, and everybody marked everybody they met. */
  private async fillCards(eveningId: string, [one, other]: FilledEvening['sides']): Promise<void> {
    const pairs = one.flatMap((first, index) =>
      Array.from({ length: SQUARES_A_CARD }, (_, square) => ({
        id: newId(),
        first,
        second: at(other, index + square),
        square,
      })),
    );
    await this.client.query(
      `WITH met AS (
         SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[])
           AS m (id, first_id, second_id, first_card, second_card, square)
       ), made AS (
         INSERT INTO encounters (id, evening_id, first_id, second_id, scanned_by_id, met_at, created_at)
         SELECT id, $1, least(first_id, second_id), greatest(first_id, second_id), first_id, now(), now() FROM met
       ), parties AS (
         INSERT INTO encounter_parties (encounter_id, registration_id)
         SELECT id, party FROM met, unnest(ARRAY[first_id, second_id]) AS party
       )
       INSERT INTO marks (card_id, square, encounter_id, other_id, marked_at, marked_by)
       SELECT card, square, id, other, now(), 'bench' FROM (
         SELECT first_card AS card, square, id, second_id AS other FROM met
         UNION ALL SELECT second_card, square, id, first_id FROM met) AS both_cards`,
      [
        eveningId,
        pairs.map(({ id }) => id),
        pairs.map(({ first }) => first.id),
        pairs.map(({ second }) => second.id),
        pairs.map(({ first }) => first.cardId),
        pairs.map(({ second }) => second.cardId),
        pairs.map(({ square }) => square),
      ],
    );
    await this.client.query('UPDATE cards SET rev = 9, ticket_since = now() WHERE evening_id = $1', [
      eveningId,
    ]);
    await this.client.query(
      `WITH told AS (INSERT INTO streams (name, rev) SELECT 'registration:' || registration_id, 18 FROM cards WHERE evening_id = $1)
       INSERT INTO stream_changes (stream, rev, kind, payload, changed_at)
       SELECT 'registration:' || registration_id, change, 'encounter', jsonb_build_object('encounterId', id), now()
       FROM cards, generate_series(1, 18) AS change WHERE evening_id = $1`,
      [eveningId],
    );
  }
}

/** The person at a place, counted around. */
export function at(people: readonly FilledPerson[], index: number): FilledPerson {
  const person = people[index % people.length];
  if (!person) throw new Error('There is nobody in the evening');
  return person;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
