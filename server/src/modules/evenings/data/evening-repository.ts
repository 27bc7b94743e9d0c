import { Inject, Injectable } from '@nestjs/common';
import { EVENING_STATES, type EveningPlan, type ProgrammeBlock, THEMES } from '@hillo/domain/evenings';
import type { SideOverrides } from '@hillo/domain/registration';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';
import { type Evening, EVENING_COLUMNS, eveningRow, openByHand } from './evening-row.js';

const listRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  state: z.enum(EVENING_STATES),
  themeKey: z.string().nullable(),
  theme: z.string(),
  title: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  timeZone: z.string(),
  venueName: z.string(),
  isDemonstration: z.boolean(),
});
export type ListedEvening = z.infer<typeof listRow>;

const SELECT = `SELECT ${EVENING_COLUMNS} FROM evenings e JOIN organisations o ON o.id = e.organisation_id`;
const idRow = z.object({ id: z.uuid() });

/** What is stored of a plan beside its programme. */
interface Stored {
  readonly id: string;
  readonly plan: EveningPlan;
  readonly themeName: string;
  readonly sideOverrides: SideOverrides;
}

function planColumns({ plan, themeName, sideOverrides }: Stored): Readonly<Record<string, unknown>> {
  const { theme, venue, texts, registration } = plan;
  return {
    theme_key: 'key' in theme ? theme.key : null,
    theme: themeName,
    title: texts.title,
    description: texts.description,
    can_do: texts.can,
    cannot_do: texts.cannot,
    starts_at: plan.startsAt,
    ends_at: plan.endsAt,
    time_zone: plan.timeZone,
    venue_name: venue.name,
    venue_address: venue.address,
    venue_features: JSON.stringify(venue.features),
    venue_notes: venue.directions,
    capacity: plan.capacity,
    registration_opens_at: registration.opensAt,
    registration_closes_at: registration.closesAt,
    registration_open_by_hand: openByHand(registration.by),
    side_overrides: JSON.stringify(sideOverrides),
  };
}

/** Evenings with their programme, each read in one round trip. */
@Injectable()
export class EveningRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async byId(id: string, db: Db = this.database): Promise<Evening | undefined> {
    return db.first(eveningRow, `${SELECT} WHERE e.id = $1`, [id]);
  }

  async bySlug(slug: string, db: Db = this.database): Promise<Evening | undefined> {
    return db.first(eveningRow, `${SELECT} WHERE e.slug = $1`, [slug]);
  }

  /** Holds the evening's row until the transaction ends, then reads it: nobody changes it meanwhile. */
  async lock(db: Db, id: string): Promise<Evening | undefined> {
    const held = await db.first(idRow, 'SELECT id FROM evenings WHERE id = $1 FOR UPDATE', [id]);
    return held && this.byId(id, db);
  }

  /** Coming ones first, the next one on top; then past ones, the latest on top. */
  async ofOrganisation(organisationId: string, now: Date): Promise<readonly ListedEvening[]> {
    return this.database.rows(
      listRow,
      `SELECT id, slug, state, theme_key AS "themeKey", theme, title, starts_at AS "startsAt", ends_at AS "endsAt",
              time_zone AS "timeZone", venue_name AS "venueName", is_demonstration AS "isDemonstration"
       FROM evenings WHERE organisation_id = $1
       ORDER BY ends_at < $2, CASE WHEN ends_at < $2 THEN -extract(epoch FROM starts_at) ELSE extract(epoch FROM starts_at) END, id`,
      [organisationId, now],
    );
  }

  /** What names of evenings are made of; for the switcher. */
  titles(ids: readonly string[]) {
    return this.database.rows(
      z.object({
        id: z.uuid(),
        title: z.string(),
        themeKey: z.enum(THEMES).nullable(),
        theme: z.string(),
      }),
      'SELECT id, title, theme_key AS "themeKey", theme FROM evenings WHERE id = ANY($1)',
      [ids],
    );
  }

  /** Evenings that may have to be closed by the night: over, and not yet closed. */
  async endedBefore(now: Date): Promise<readonly Evening[]> {
    return this.database.rows(
      eveningRow,
      `${SELECT} WHERE e.state IN ('published', 'running') AND e.ends_at < $1 ORDER BY e.ends_at LIMIT 200`,
      [now],
    );
  }

  /** Published evenings not yet reminded of that begin before `until`. */
  async notReminded(until: Date): Promise<readonly Evening[]> {
    return this.database.rows(
      eveningRow,
      `${SELECT} WHERE e.state = 'published' AND e.reminded_at IS NULL AND e.starts_at < $1 ORDER BY e.starts_at LIMIT 200`,
      [until],
    );
  }

  async insert(db: Db, evening: Stored & { organisationId: string; slug: string; createdAt: Date }) {
    const columns: Readonly<Record<string, unknown>> = {
      id: evening.id,
      organisation_id: evening.organisationId,
      slug: evening.slug,
      state: 'draft',
      created_at: evening.createdAt,
      ...planColumns(evening),
    };
    const names = Object.keys(columns);
    await db.execute(
      `INSERT INTO evenings (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(columns),
    );
    await this.replaceProgramme(db, evening.id, evening.plan.programme);
  }

  async update(db: Db, evening: Stored & { sequence: number }): Promise<void> {
    const columns = { ...planColumns(evening), sequence: evening.sequence };
    await this.set(db, evening.id, columns);
  }

  /** Columns that move with the state. */
  async setState(
    db: Db,
    id: string,
    change: Pick<Evening, 'state'> &
      Partial<Pick<Evening, 'slug' | 'publishedAt' | 'closedAt' | 'cancelledAt' | 'sequence'>>,
  ): Promise<void> {
    const columns = {
      state: change.state,
      slug: change.slug,
      published_at: change.publishedAt,
      closed_at: change.closedAt,
      cancelled_at: change.cancelledAt,
      sequence: change.sequence,
    };
    await this.set(db, id, columns);
  }

  async setReminded(db: Db, id: string, at: Date | null): Promise<void> {
    await this.set(db, id, { reminded_at: at });
  }

  async isReminded(db: Db, id: string): Promise<boolean> {
    const found = await db.first(idRow, 'SELECT id FROM evenings WHERE id = $1 AND reminded_at IS NOT NULL', [
      id,
    ]);
    return found !== undefined;
  }

  async isSlugTaken(db: Db, slug: string): Promise<boolean> {
    return (await db.first(idRow, 'SELECT id FROM evenings WHERE slug = $1', [slug])) !== undefined;
  }

  async replaceProgramme(db: Db, eveningId: string, blocks: readonly ProgrammeBlock[]): Promise<void> {
    await db.execute('DELETE FROM programme_blocks WHERE evening_id = $1', [eveningId]);
    const rows = blocks.map((block, position) => ({ ...block, position }));
    await db.execute(
      `INSERT INTO programme_blocks (id, evening_id, kind, title, starts_at, ends_at, is_tentative, position)
       SELECT id, $1, kind, title, "startsAt", "endsAt", NOT confirmed, position
       FROM jsonb_to_recordset($2::jsonb) AS b (id uuid, kind text, title text, "startsAt" timestamptz, "endsAt" timestamptz,
                                                confirmed boolean, position integer)`,
      [eveningId, JSON.stringify(rows)],
    );
  }

  private async set(db: Db, id: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const given = Object.entries(columns).filter(([, value]) => value !== undefined);
    await db.execute(
      `UPDATE evenings SET ${given.map(([name], index) => `${name} = $${index + 2}`).join(', ')} WHERE id = $1`,
      [id, ...given.map(([, value]) => value)],
    );
  }
}
