import { ROWS } from '@hillo/domain/bingo';

/** What must hold in every evening, as SQL whose `subject` is the id of each place where it does not: no person is named. */
export const EVENING_INVARIANTS: Readonly<Record<string, string>> = {
  'more people than seats, and none admitted by the door over capacity': `
    SELECT e.id::text AS subject FROM evenings e
    JOIN registrations r ON r.evening_id = e.id AND r.state = 'confirmed'
    WHERE e.capacity IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM door_acts a WHERE a.evening_id = e.id AND a.is_over_capacity)
    GROUP BY e.id, e.capacity HAVING count(*) > e.capacity`,
  'a pair has two encounters': `
    SELECT min(id::text) AS subject FROM encounters
    GROUP BY evening_id, least(first_id, second_id), greatest(first_id, second_id) HAVING count(*) > 1`,
  'an encounter of people of another evening': `
    SELECT x.id::text AS subject FROM encounters x
    JOIN registrations r ON r.id IN (x.first_id, x.second_id) WHERE r.evening_id <> x.evening_id`,
  'an encounter without exactly its two parties': `
    SELECT x.id::text AS subject FROM encounters x
    LEFT JOIN encounter_parties p ON p.encounter_id = x.id AND p.registration_id IN (x.first_id, x.second_id)
    GROUP BY x.id HAVING count(p.registration_id) <> 2`,
  'a removed encounter that kept a note or a yes': `
    SELECT x.id::text AS subject FROM encounters x JOIN encounter_parties p ON p.encounter_id = x.id
    WHERE x.removed_at IS NOT NULL AND (p.agreed <> '' OR p.next_step <> '' OR p.shared_fields IS NOT NULL OR p.entered_by IS NOT NULL)`,
  'a person on two squares of one card, or on the own card': `
    SELECT c.id::text AS subject FROM cards c JOIN marks m ON m.card_id = c.id
    GROUP BY c.id HAVING count(m.other_id) <> count(DISTINCT m.other_id) OR bool_or(m.other_id = c.registration_id)`,
  'a mark whose encounter is not the owner’s with that person': `
    SELECT c.id::text AS subject FROM marks m JOIN cards c ON c.id = m.card_id JOIN encounters x ON x.id = m.encounter_id
    WHERE m.other_id IS NOT NULL
      AND (least(c.registration_id, m.other_id), greatest(c.registration_id, m.other_id)) IS DISTINCT FROM (x.first_id, x.second_id)`,
  'a square filled twice, or outside the card': `
    SELECT card_id::text AS subject FROM marks GROUP BY card_id
    HAVING count(*) <> count(DISTINCT square) OR min(square) < 0 OR max(square) > 8`,
  'a ticket without a row, or a row without a ticket, before the freeze': `
    SELECT c.id::text AS subject FROM cards c LEFT JOIN marks m ON m.card_id = c.id WHERE c.frozen_at IS NULL
    GROUP BY c.id, c.ticket_since HAVING (c.ticket_since IS NOT NULL) <> (${ROWS.map(
      (row) => `coalesce(array_agg(m.square::int), '{}') @> ARRAY[${row.join(', ')}]`,
    ).join(' OR ')})`,
  'a note typed in from paper that has no words': `
    SELECT p.encounter_id::text AS subject FROM encounter_parties p
    WHERE p.entered_by IS NOT NULL AND p.agreed = '' AND p.next_step = ''`,
  'a badge printed ahead on somebody who did not take it': `
    SELECT r.id::text AS subject FROM registrations r LEFT JOIN badge_reserves b ON b.id = r.badge_from
    WHERE r.badge_from IS NOT NULL
      AND (b.bound_to_id, b.badge_hash, b.evening_id) IS DISTINCT FROM (r.id, r.badge_hash, r.evening_id)`,
  'a code of two people, or of a person and a badge that is nobody’s yet': `
    SELECT min(id::text) AS subject FROM (
      SELECT id, evening_id, spoken_code FROM registrations WHERE first_name <> ''
      UNION ALL SELECT id, evening_id, spoken_code FROM badge_reserves WHERE bound_at IS NULL) AS codes
    GROUP BY evening_id, spoken_code HAVING count(*) > 1`,
  'a person in the room who plays and has no card': `
    SELECT r.id::text AS subject FROM registrations r LEFT JOIN cards c ON c.registration_id = r.id
    WHERE r.checked_in_at IS NOT NULL AND r.plays AND (c.id IS NULL OR c.hidden_at IS NOT NULL)`,
  'a question merged into one that does not stand by itself, or of another evening': `
    SELECT q.id::text AS subject FROM questions q JOIN questions t ON t.id = q.merged_into_id
    WHERE t.state IN ('merged', 'withdrawn') OR t.evening_id <> q.evening_id`,
  'a vote for the own question, or by somebody of another evening': `
    SELECT q.id::text AS subject FROM question_votes v JOIN questions q ON q.id = v.question_id
    JOIN registrations r ON r.id = v.registration_id
    WHERE q.asker_id = r.id OR r.evening_id <> q.evening_id`,
};
