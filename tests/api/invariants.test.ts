import { CONFIG, type Config } from '@hillo/server/config';
import { openDemonstration } from '@hillo/server/demonstration';
import { findBroken, INVARIANTS } from '@hillo/server/invariants';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';

let application: TestApplication;
let client: pg.Client;

beforeAll(async () => {
  application = await startTestApplication();
  const config = application.nest.get<Config>(CONFIG);
  await openDemonstration(application.nest, { ...config, DEMO: 'auto' });
  client = new pg.Client({ connectionString: application.databaseUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await application.close();
});

const look = () => findBroken(async (sql) => (await client.query<object>(sql)).rows);

/** How somebody with the database in hand could break each rule, past all constraints. */
const BREAKS: Readonly<Record<string, string>> = {
  'more people than seats, and none admitted by the door over capacity': `
    UPDATE evenings SET capacity = 1 WHERE state = 'closed';
    UPDATE door_acts SET is_over_capacity = false`,
  'a pair has two encounters': `
    ALTER TABLE encounters DROP CONSTRAINT IF EXISTS uq_encounters_pair;
    INSERT INTO encounters SELECT (json_populate_record(e, json_build_object('id', gen_random_uuid()))).* FROM encounters e LIMIT 1`,
  'an encounter of people of another evening': `
    UPDATE encounters SET evening_id = (SELECT id FROM evenings WHERE state = 'published') WHERE id = (SELECT id FROM encounters LIMIT 1)`,
  'an encounter without exactly its two parties': `
    DELETE FROM encounter_parties WHERE (encounter_id, registration_id) = (SELECT encounter_id, registration_id FROM encounter_parties LIMIT 1)`,
  'a removed encounter that kept a note or a yes': `
    ALTER TABLE encounters DROP CONSTRAINT ck_encounters_removed;
    UPDATE encounters SET removed_at = now() WHERE id = (SELECT encounter_id FROM encounter_parties WHERE agreed <> '' LIMIT 1)`,
  'a person on two squares of one card, or on the own card': `
    UPDATE marks m SET other_id = c.registration_id FROM cards c
    WHERE c.id = m.card_id AND (m.card_id, m.square) = (SELECT card_id, square FROM marks WHERE other_id IS NOT NULL LIMIT 1)`,
  'a mark whose encounter is not the owner’s with that person': `
    UPDATE marks m SET encounter_id = (SELECT id FROM encounters e WHERE e.id <> m.encounter_id LIMIT 1)
    WHERE (card_id, square) = (SELECT card_id, square FROM marks WHERE other_id IS NOT NULL LIMIT 1)`,
  'a square filled twice, or outside the card': `
    ALTER TABLE marks DROP CONSTRAINT ck_marks_square;
    UPDATE marks SET square = 9 WHERE (card_id, square) = (SELECT card_id, square FROM marks LIMIT 1)`,
  'a ticket without a row, or a row without a ticket, before the freeze': `
    UPDATE cards SET ticket_since = CASE WHEN ticket_since IS NULL THEN now() END WHERE id = (SELECT id FROM cards WHERE frozen_at IS NULL LIMIT 1)`,
  'a note typed in from paper that has no words': `
    UPDATE encounter_parties SET agreed = '', next_step = '', entered_by = 'device:nobody'
    WHERE encounter_id = (SELECT id FROM encounters LIMIT 1)`,
  'a badge printed ahead on somebody who did not take it': `
    UPDATE registrations SET badge_from = gen_random_uuid() WHERE id = (SELECT id FROM registrations LIMIT 1)`,
  'a code of two people, or of a person and a badge that is nobody’s yet': `
    INSERT INTO badge_reserves (id, evening_id, spoken_code, badge_hash, created_at)
    SELECT gen_random_uuid(), evening_id, spoken_code, 'hash', now() FROM registrations WHERE first_name <> '' LIMIT 1`,
  'a person in the room who plays and has no card': `
    DELETE FROM cards WHERE id = (SELECT c.id FROM cards c JOIN registrations r ON r.id = c.registration_id WHERE r.plays LIMIT 1)`,
  'a question merged into one that does not stand by itself, or of another evening': `
    UPDATE questions SET state = 'merged', merged_into_id = (SELECT max(id::text)::uuid FROM questions)`,
  'a vote for the own question, or by somebody of another evening': `
    INSERT INTO question_votes (question_id, registration_id)
    SELECT id, asker_id FROM questions WHERE asker_id IS NOT NULL`,
  'a draw whose commitment is not that of its secret': `UPDATE draws SET secret = decode(repeat('ab', 32), 'hex')`,
  'a draw whose list is not that of its tickets': `UPDATE draws SET tickets = tickets[2:] WHERE tickets IS NOT NULL`,
  'a drawn order that does not follow from what was announced': `
    UPDATE draws SET ticket_order = ticket_order[2:] || ticket_order[1] WHERE state = 'done'`,
  'a ticket passed over twice, or never drawn': `UPDATE draw_passes SET ticket = 'ZZZZ-ZZZZ'`,
  'a draw that is missing from the chain of its evening': `UPDATE draws SET previous_hash = repeat('1', 64)`,
};

describe('the operator’s check of a live database', () => {
  it('finds nothing wrong with evenings as they were played', async () => {
    expect(await look()).toEqual([]);
  });

  it('has a way to break every rule', () => {
    expect(Object.keys(BREAKS).sort()).toEqual([...INVARIANTS].sort());
  });

  it.each(Object.entries(BREAKS))('names the rows: %s', async (invariant, sql) => {
    await client.query("BEGIN; SET LOCAL session_replication_role = 'replica'");
    try {
      await client.query(sql);
      const broken = (await look()).find((each) => each.invariant === invariant);
      expect(broken?.subjects.length).toBeGreaterThan(0);
      expect(broken?.subjects.every((subject) => /^[0-9a-f-]{36}$/.test(subject))).toBe(true);
    } finally {
      await client.query('ROLLBACK');
    }
  });
});
