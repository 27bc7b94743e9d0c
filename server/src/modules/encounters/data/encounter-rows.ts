import { type Encounter, NOTE_OWNERS, type Party, SHARING_AUDIENCES } from '@hillo/domain/encounters';
import { CONTACT_FIELDS } from '@hillo/domain/registration';
import { z } from 'zod';

/** An encounter with what the rules do not need: where it is, and who scanned. */
export interface MetPair {
  readonly encounter: Encounter;
  readonly eveningId: string;
  readonly scannedById: string;
  /** Whose own note was typed in from paper, and the key of who did: by the party's id. */
  readonly enteredBy: Readonly<Record<string, string>>;
}

/** A meeting as two ids of registrations. */
export const metIds = z.object({ firstId: z.uuid(), secondId: z.uuid(), stands: z.boolean() });
export type MetIds = z.infer<typeof metIds>;

const partyRow = z
  .object({
    attendeeId: z.uuid(),
    agreed: z.string(),
    nextStep: z.string(),
    date: z.string().nullable(),
    owner: z.enum([...NOTE_OWNERS, '']),
    fields: z.array(z.enum(CONTACT_FIELDS)).nullable(),
    audience: z.enum(SHARING_AUDIENCES).nullable(),
    enteredBy: z.string().nullable(),
  })
  .transform(({ attendeeId, fields, audience, owner, enteredBy, ...note }) => ({
    enteredBy,
    party: {
      attendeeId,
      note: { ...note, owner: owner === '' ? null : owner },
      choice: fields === null ? null : { fields, audience: audience ?? 'person' },
    } satisfies Party,
  }));

/** Both parties of the encounter called `x`, as JSON in the order of their ids. */
const PARTIES = `(SELECT json_agg(json_build_object(
    'attendeeId', p.registration_id, 'agreed', p.agreed, 'nextStep', p.next_step, 'date', p.next_date,
    'owner', p.owner, 'fields', p.shared_fields, 'audience', p.sharing_audience, 'enteredBy', p.entered_by) ORDER BY p.registration_id)
  FROM encounter_parties p WHERE p.encounter_id = x.id)`;

export const pairRow = z
  .object({
    id: z.uuid(),
    eveningId: z.uuid(),
    scannedById: z.uuid(),
    metAt: z.date(),
    removedById: z.uuid().nullable(),
    parties: z.tuple([partyRow, partyRow]),
  })
  .transform(({ id, metAt, parties, removedById, eveningId, scannedById }): MetPair => ({
    encounter: { id, metAt, parties: [parties[0].party, parties[1].party], removedBy: removedById },
    eveningId,
    scannedById,
    enteredBy: Object.fromEntries(
      parties.flatMap(({ party, enteredBy }) => (enteredBy === null ? [] : [[party.attendeeId, enteredBy]])),
    ),
  }));

/** Columns of {@link pairRow} of the encounter called `x`. */
export const PAIR = `x.id, x.evening_id AS "eveningId", x.scanned_by_id AS "scannedById", x.met_at AS "metAt",
  x.removed_by_id AS "removedById", ${PARTIES} AS parties`;

const storedParty = z.object({
  registration_id: z.uuid(),
  agreed: z.string(),
  next_step: z.string(),
  next_date: z.string().nullable(),
  owner: z.string(),
  shared_fields: z.array(z.string()).nullable(),
  sharing_audience: z.string().nullable(),
  entered_by: z.string().nullable(),
});
const storedPair = z.object({
  encounter: z.object({
    id: z.uuid(),
    evening_id: z.uuid(),
    scanned_by_id: z.uuid(),
    met_at: z.coerce.date(),
    removed_by_id: z.uuid().nullable(),
  }),
  parties: z.tuple([storedParty, storedParty]),
});

/** An encounter that a statement of another module read along: its row and those of its parties, by id, as JSON. */
export function readPair(json: unknown): MetPair {
  const { encounter, parties } = storedPair.parse(json);
  return pairRow.parse({
    id: encounter.id,
    eveningId: encounter.evening_id,
    scannedById: encounter.scanned_by_id,
    metAt: encounter.met_at,
    removedById: encounter.removed_by_id,
    parties: parties.map((party) => ({
      attendeeId: party.registration_id,
      agreed: party.agreed,
      nextStep: party.next_step,
      date: party.next_date,
      owner: party.owner,
      fields: party.shared_fields,
      audience: party.sharing_audience,
      enteredBy: party.entered_by,
    })),
  });
}
