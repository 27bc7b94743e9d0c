import { AFFILIATION_MAX, CONTACT_FIELDS } from '@hillo/domain/registration';
import { z } from 'zod';
import { emailSchema, tokenSchema } from './accounts.js';
import { noteSchema, sharedValuesSchema } from './encounters.js';
import { defineApi } from './endpoint.js';
import { instant, line } from './text-fields.js';

export const contactsProblems = {
  /** The registration has no e-mail address to send to. */
  'no-own-address': 409,
  /** Nobody of this association was at the evening and let it see their contacts. */
  'association-unknown': 409,
} as const;

/** Files of a contact sheet: for paper, other programs, spreadsheets, the phone's contacts, the calendar. */
export const CONTACT_FILES = ['pdf', 'csv', 'xlsx', 'vcf', 'ics'] as const;
export type ContactFile = (typeof CONTACT_FILES)[number];

const rowSchema = z
  .object({
    encounterId: z.uuid(),
    metAt: instant,
    firstName: z.string(),
    affiliation: z.string().nullable(),
    /** The other's, once both have said yes. */
    fields: sharedValuesSchema,
    kept: z.boolean(),
    ownNote: noteSchema,
    otherNote: noteSchema,
    nextStep: z
      .object({
        text: z.string(),
        /** `YYYY-MM-DD` */
        date: z.string().nullable(),
        owner: z.enum(['me', 'other', 'both']).nullable(),
        from: z.enum(['own', 'other']),
      })
      .nullable(),
  })
  .meta({ id: 'ContactRow' });
export type ContactRowView = z.infer<typeof rowSchema>;

const sheetEveningSchema = z.object({
  id: z.uuid(),
  theme: z.string(),
  startsAt: instant,
  timeZone: z.string(),
});

const sheetSchema = z
  .object({
    evening: sheetEveningSchema,
    /** Whose sheet it is, and whether there is an address to mail it to. */
    me: z.object({ firstName: z.string(), hasAddress: z.boolean() }),
    /** From when unkept encounters, and kept ones, are gone. */
    goneFrom: instant,
    keptGoneFrom: instant,
    rows: z.array(rowSchema),
    /** Who has my contact: everybody who sees some of my fields now. */
    holders: z.array(
      z.object({
        encounterId: z.uuid(),
        firstName: z.string(),
        affiliation: z.string().nullable(),
        fields: z.array(z.enum(CONTACT_FIELDS)),
        withAssociation: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ContactSheet' });
export type ContactSheetView = z.infer<typeof sheetSchema>;

const associationSchema = z
  .object({
    evening: sheetEveningSchema,
    affiliation: z.string(),
    expiresAt: instant,
    /** People of the association who let it see the contacts they collected. */
    collectors: z.array(z.object({ attendeeId: z.uuid(), firstName: z.string(), rows: z.array(rowSchema) })),
  })
  .meta({ id: 'AssociationContacts' });
export type AssociationContacts = z.infer<typeof associationSchema>;

const viewsSchema = z
  .object({
    /** Associations of the evening: how many came, and how many let theirs see the contacts they collect. */
    affiliations: z.array(
      z.object({ name: z.string(), attendees: z.number().int(), allowing: z.number().int() }),
    ),
    views: z.array(
      z.object({
        id: z.uuid(),
        affiliation: z.string(),
        email: z.string(),
        createdAt: instant,
        expiresAt: instant,
        revokedAt: instant.nullable(),
      }),
    ),
    /** What left as files, as counts: no names. */
    exports: z.array(
      z.object({
        at: instant,
        by: z.enum(['attendee', 'association']),
        format: z.string(),
        rows: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'AssociationViews' });
export type AssociationViews = z.infer<typeof viewsSchema>;

const me = z.object({ registration: z.uuid() });
const evening = z.object({ evening: z.uuid() });
const format = z.enum(CONTACT_FILES);
const FILE_TYPES = {
  file: [
    'application/pdf',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'text/vcard',
    'text/calendar',
  ],
} as const;

export const contactsApi = defineApi({
  'GET /api/me/:registration/contacts': {
    summary: 'My contact sheet, and who has my contact',
    access: ['attendee'],
    params: me,
    response: sheetSchema,
    problems: [],
  },
  'GET /api/me/:registration/contact-files/:format': {
    summary: 'My contact sheet as a file; the export is counted',
    access: ['attendee'],
    stepUp: 'contact-export',
    params: z.object({ registration: z.uuid(), format }),
    response: FILE_TYPES,
    problems: [],
  },
  'POST /api/me/:registration/contact-mails': {
    summary: 'Mail my contact sheet to my own address',
    access: ['attendee'],
    params: me,
    response: null,
    status: 202,
    problems: ['no-own-address'],
  },
  'POST /api/me/:registration/contact-withdrawals': {
    summary:
      'Take back every yes I gave: later exports lack my fields, copies already taken cannot be recalled',
    access: ['attendee'],
    params: me,
    response: sheetSchema,
    problems: [],
  },
  'GET /api/evenings/:evening/association-views': {
    summary: 'Views opened for associations, and what has been exported, in counts',
    access: ['organiser'],
    params: evening,
    response: viewsSchema,
    problems: [],
  },
  'POST /api/evenings/:evening/association-views': {
    summary: 'Open an association’s view to a named e-mail address; the link is mailed there',
    access: ['organiser'],
    params: evening,
    body: z.object({ affiliation: line(AFFILIATION_MAX), email: emailSchema }),
    response: viewsSchema,
    status: 201,
    problems: ['association-unknown'],
  },
  'DELETE /api/evenings/:evening/association-views/:view': {
    summary: 'Close an association’s view: its link and its sessions end',
    access: ['organiser'],
    params: z.object({ evening: z.uuid(), view: z.uuid() }),
    response: viewsSchema,
    problems: [],
  },
  'POST /api/session/association': {
    summary: 'Open an association’s view with the mailed token; its page posts it after a click',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema }),
    response: z.object({ eveningId: z.uuid() }).meta({ id: 'AssociationOpened' }),
    problems: ['link-not-valid', 'too-many-requests'],
  },
  'GET /api/evenings/:evening/association-contacts': {
    summary: 'Contacts that people of the association collected and let it see',
    access: ['association'],
    params: evening,
    response: associationSchema,
    problems: [],
  },
  'GET /api/evenings/:evening/association-contact-files/:format': {
    summary: 'The association’s contacts as a file; the export is counted',
    access: ['association'],
    stepUp: 'contact-export',
    params: z.object({ evening: z.uuid(), format }),
    response: FILE_TYPES,
    problems: [],
  },
});
