import {
  EVENING_STATES,
  type EveningPlan,
  type EveningState,
  isThemeKey,
  PROGRAMME_KINDS,
  type RegistrationSwitch,
  VENUE_FEATURES,
} from '@hillo/domain/evenings';
import { SECTORS, SIDES, type SideOverrides } from '@hillo/domain/registration';
import { type Locale, LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';

/** An evening as use cases know it: the plan of the domain, and what surrounds it. */
export interface Evening {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly locale: Locale };
  /** Part of the public address; stands from publishing on. */
  readonly slug: string;
  readonly state: EveningState;
  readonly plan: EveningPlan;
  /** The theme in the organisation's language, for lists and names; readers get {@link EveningPlan.theme} in theirs. */
  readonly themeName: string;
  readonly sideOverrides: SideOverrides;
  /** SEQUENCE of the calendar entry. */
  readonly sequence: number;
  readonly isDemonstration: boolean;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly closedAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** Columns of an evening `e` with its organisation `o` and its programme, in one row. */
export const EVENING_COLUMNS = `
  e.id, e.slug, e.state, e.theme_key AS "themeKey", e.theme, e.title, e.description, e.can_do AS "canDo",
  e.cannot_do AS "cannotDo", e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.time_zone AS "timeZone",
  e.venue_name AS "venueName", e.venue_address AS "venueAddress", e.venue_features AS "venueFeatures",
  e.venue_notes AS "venueNotes", e.capacity, e.registration_opens_at AS "registrationOpensAt",
  e.registration_closes_at AS "registrationClosesAt", e.registration_open_by_hand AS "openByHand",
  e.side_overrides AS "sideOverrides", e.sequence, e.is_demonstration AS "isDemonstration",
  e.created_at AS "createdAt", e.published_at AS "publishedAt", e.closed_at AS "closedAt", e.cancelled_at AS "cancelledAt",
  o.id AS "organisationId", o.name AS "organisationName", o.locale AS "organisationLocale",
  (SELECT coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'title', b.title, 'startsAt', b.starts_at,
                                              'endsAt', b.ends_at, 'confirmed', NOT b.is_tentative)
                            ORDER BY b.starts_at NULLS LAST, b.position), '[]')
   FROM programme_blocks b WHERE b.evening_id = e.id) AS programme`;

const blockRow = z.object({
  id: z.uuid(),
  kind: z.enum(PROGRAMME_KINDS),
  title: z.string(),
  startsAt: z.coerce.date().nullable(),
  endsAt: z.coerce.date().nullable(),
  confirmed: z.boolean(),
});

export const eveningRow = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    state: z.enum(EVENING_STATES),
    themeKey: z.string().nullable(),
    theme: z.string(),
    title: z.string(),
    description: z.string(),
    canDo: z.string(),
    cannotDo: z.string(),
    startsAt: z.date(),
    endsAt: z.date(),
    timeZone: z.string(),
    venueName: z.string(),
    venueAddress: z.string(),
    venueFeatures: z.partialRecord(z.enum(VENUE_FEATURES), z.boolean()),
    venueNotes: z.string(),
    capacity: z.number().nullable(),
    registrationOpensAt: z.date().nullable(),
    registrationClosesAt: z.date().nullable(),
    openByHand: z.boolean().nullable(),
    sideOverrides: z.partialRecord(z.enum(SECTORS), z.enum(SIDES)),
    sequence: z.number(),
    isDemonstration: z.boolean(),
    createdAt: z.date(),
    publishedAt: z.date().nullable(),
    closedAt: z.date().nullable(),
    cancelledAt: z.date().nullable(),
    organisationId: z.uuid(),
    organisationName: z.string(),
    organisationLocale: z.enum(LOCALES),
    programme: z.array(blockRow),
  })
  .transform(toEvening);

interface Row {
  readonly themeKey: string | null;
  readonly theme: string;
  readonly openByHand: boolean | null;
}

function switchOf(openByHand: boolean | null): RegistrationSwitch {
  if (openByHand === null) return 'by-time';
  return openByHand ? 'open' : 'closed';
}

/** The column that holds the switch: null follows the times. */
export function openByHand(by: RegistrationSwitch): boolean | null {
  return by === 'by-time' ? null : by === 'open';
}

function themeOf({ themeKey, theme }: Row): EveningPlan['theme'] {
  return themeKey !== null && isThemeKey(themeKey) ? { key: themeKey } : { text: theme };
}

type FlatRow = Row &
  Omit<Evening, 'organisation' | 'plan' | 'themeName'> &
  Pick<EveningPlan, 'startsAt' | 'endsAt' | 'timeZone' | 'capacity' | 'programme'> & {
    readonly title: string;
    readonly description: string;
    readonly canDo: string;
    readonly cannotDo: string;
    readonly venueName: string;
    readonly venueAddress: string;
    readonly venueFeatures: EveningPlan['venue']['features'];
    readonly venueNotes: string;
    readonly registrationOpensAt: Date | null;
    readonly registrationClosesAt: Date | null;
    readonly organisationId: string;
    readonly organisationName: string;
    readonly organisationLocale: Locale;
  };

function toEvening(row: FlatRow): Evening {
  return {
    id: row.id,
    organisation: { id: row.organisationId, name: row.organisationName, locale: row.organisationLocale },
    slug: row.slug,
    state: row.state,
    themeName: row.theme,
    plan: {
      theme: themeOf(row),
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      timeZone: row.timeZone,
      venue: {
        name: row.venueName,
        address: row.venueAddress,
        features: row.venueFeatures,
        directions: row.venueNotes,
      },
      capacity: row.capacity,
      registration: {
        by: switchOf(row.openByHand),
        opensAt: row.registrationOpensAt,
        closesAt: row.registrationClosesAt,
      },
      programme: row.programme,
      texts: { title: row.title, description: row.description, can: row.canDo, cannot: row.cannotDo },
    },
    sideOverrides: row.sideOverrides,
    sequence: row.sequence,
    isDemonstration: row.isDemonstration,
    createdAt: row.createdAt,
    publishedAt: row.publishedAt,
    closedAt: row.closedAt,
    cancelledAt: row.cancelledAt,
  };
}
