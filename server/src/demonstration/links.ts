import { CREW_CLAIM_MINUTES } from '@hillo/domain/door';
import { z } from 'zod';
import type { Config } from '../config/index.js';
import type { SignInLinkEntity } from '../modules/accounts/data/entities.js';
import { type Demonstration, Demonstrations } from '../modules/demonstration/index.js';
import type { CrewLinkEntity } from '../modules/evenings/data/entities.js';
import { Clock, newId } from '../platform/clock/index.js';
import { Database, TransactionRunner } from '../platform/database/index.js';
import { DerivedTokens } from '../platform/tokens/index.js';
import type { Parts } from './load.js';
import { insertAll } from './rows.js';

/** What `npm start` prints to click on. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Printed on the own terminal, so they may wait while somebody looks around; a restart makes new ones. */
const VALID_HOURS = 24;

const attendeeRow = z.object({ id: z.uuid(), firstName: z.string(), version: z.number() });

/** Who has the most squares without a row at the running evening; when that is over, at the closed one. */
const ATTENDEE = `SELECT r.id, r.first_name AS "firstName", r.personal_version AS version
  FROM registrations r JOIN evenings e ON e.id = r.evening_id JOIN cards c ON c.registration_id = r.id
  WHERE e.organisation_id = $1 AND e.is_demonstration AND c.hidden_at IS NULL AND r.opened_at IS NOT NULL AND r.draw_opt_in
  ORDER BY e.state = 'running' DESC, c.ticket_since IS NOT NULL,
    (SELECT count(*) FROM marks m WHERE m.card_id = c.id) DESC, r.sector = 'association' DESC, r.id
  LIMIT 1`;

/** Where there is something to do at the door: the running evening, else the one to come. */
const OPEN_DOOR = `SELECT id FROM evenings WHERE organisation_id = $1 AND is_demonstration
  AND state IN ('running', 'published') ORDER BY state = 'running' DESC LIMIT 1`;

/** New links into the demonstration, as long as it is there. */
export async function demonstrationLinks(parts: Parts, config: Config): Promise<Link[]> {
  const demonstration = await parts.get(Demonstrations).current();
  if (!demonstration) return [];
  const tokens = parts.get(DerivedTokens);
  const database = parts.get(Database);
  const at = (path: string) => `${config.PUBLIC_URL}/${path}`;
  const attendee = await database.first(attendeeRow, ATTENDEE, [demonstration.organisationId]);
  const door = await database.first(z.object({ id: z.uuid() }), OPEN_DOOR, [demonstration.organisationId]);
  const signInId = newId();
  const crewId = newId();
  await writeLinks(parts, demonstration, signInId, door && { eveningId: door.id, crewId });
  return [
    { label: 'Organiser', url: at(`s/${tokens.derive('sign-in', signInId, 1)}`) },
    ...(attendee
      ? [
          {
            label: `Attendee (${attendee.firstName})`,
            url: at(`p/${tokens.derive('personal', attendee.id, attendee.version)}`),
          },
        ]
      : []),
    ...(door ? [{ label: 'Door', url: at(`c/${tokens.derive('crew', crewId, 1)}`) }] : []),
  ];
}

async function writeLinks(
  parts: Parts,
  { accountIds }: Demonstration,
  signInId: string,
  door: { readonly eveningId: string; readonly crewId: string } | undefined,
): Promise<void> {
  const tokens = parts.get(DerivedTokens);
  const createdAt = parts.get(Clock).now();
  const expiresAt = new Date(createdAt.getTime() + VALID_HOURS * 3_600_000);
  // A crew QR is claimed within minutes of being shown (product rule 13): this one counts as shown when it is about to end.
  const shownAt = new Date(expiresAt.getTime() - CREW_CLAIM_MINUTES * 60_000);
  const [organiser] = accountIds;
  await parts.get(TransactionRunner).run(async (db) => {
    await insertAll<SignInLinkEntity>(db, 'sign_in_links', [
      {
        id: signInId,
        accountId: organiser,
        tokenHash: tokens.deriveHash('sign-in', signInId, 1),
        createdAt,
        expiresAt,
        usedAt: null,
      },
    ]);
    if (!door) return;
    await insertAll<CrewLinkEntity>(db, 'crew_links', [
      {
        id: door.crewId,
        eveningId: door.eveningId,
        role: 'door',
        tokenHash: tokens.deriveHash('crew', door.crewId, 1),
        createdAt: shownAt,
        expiresAt,
        claimedAt: null,
      },
    ]);
  });
}
