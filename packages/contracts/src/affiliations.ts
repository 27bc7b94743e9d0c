import {
  LINE_FAULTS,
  LINE_MAX,
  LINES_AT_ONCE,
  LISTED_SECTORS,
  MUNICIPALITY_MAX,
} from '@hillo/domain/affiliations';
import { AFFILIATION_MAX } from '@hillo/domain/registration';
import { z } from 'zod';
import { defineApi } from './endpoint.js';
import { line, optionalLine } from './text-fields.js';

export const affiliationsProblems = {
  /** The list already has this name in this municipality, perhaps among the retired. */
  'already-listed': 409,
} as const;

/** How many rows of the list are sent at a time. */
export const AFFILIATION_PAGE = 50;

const byOrganisation = z.object({ organisation: z.uuid() });
const sector = z.enum(LISTED_SECTORS, 'required');
const told = { name: line(AFFILIATION_MAX), sector, municipality: optionalLine(MUNICIPALITY_MAX) };

const affiliationSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    sector,
    /** Empty when it works in the whole area. */
    municipality: z.string(),
    /** Kept for what was, suggested to nobody. */
    isRetired: z.boolean(),
  })
  .meta({ id: 'ListedAffiliation' });

const suggestionsSchema = z
  .object({
    suggestions: z.array(z.object({ name: z.string(), sector, municipality: z.string() })),
  })
  .meta({ id: 'AffiliationSuggestions' });
const suggestionQuery = z.object({ typed: z.string().max(200, 'too-long').default('') });

/** The list of affiliations that an organisation keeps, and what forms suggest from it: never what others typed. */
export const affiliationsApi = defineApi({
  'GET /api/organisations/:organisation/affiliations': {
    summary: 'The list of affiliations by pages, in the order of the alphabet',
    access: ['organiser'],
    params: byOrganisation,
    query: z.object({
      search: z.string().max(200, 'too-long').default(''),
      retired: z.enum(['yes', 'no']).default('no'),
      /** `next` of the page before. */
      after: z.uuid().optional(),
    }),
    response: z
      .object({
        affiliations: z.array(affiliationSchema),
        next: z.uuid().nullable(),
        listed: z.number().int(),
        retired: z.number().int(),
      })
      .meta({ id: 'AffiliationList' }),
    problems: [],
  },
  'POST /api/organisations/:organisation/affiliations': {
    summary: 'Put an affiliation on the list',
    access: ['organiser'],
    params: byOrganisation,
    body: z.object({ ...told, municipality: told.municipality.default('') }),
    response: affiliationSchema,
    status: 201,
    problems: ['already-listed'],
  },
  'PATCH /api/organisations/:organisation/affiliations/:affiliation': {
    summary: 'Correct an affiliation, retire it or take it back; registrations keep what was written in them',
    access: ['organiser'],
    params: byOrganisation.extend({ affiliation: z.uuid() }),
    body: z.object({ ...told, isRetired: z.boolean() }).partial(),
    response: affiliationSchema,
    problems: ['already-listed'],
  },
  'POST /api/organisations/:organisation/affiliations/import': {
    summary:
      'Put pasted lines on the list: name, sector, municipality. Good lines are listed, the others come back with their fault; a line already listed corrects it',
    access: ['organiser'],
    params: byOrganisation,
    body: z.object({
      lines: z.array(z.string().max(LINE_MAX, 'too-long')).min(1, 'required').max(LINES_AT_ONCE, 'too-long'),
    }),
    response: z
      .object({
        /** Affiliations that these lines name and that stand on the list now. */
        listed: z.number().int(),
        faults: z.array(z.object({ line: z.number().int(), code: z.enum(LINE_FAULTS) })),
      })
      .meta({ id: 'AffiliationImport' }),
    problems: [],
  },
  'GET /api/evenings/:evening/affiliations': {
    summary: 'Listed affiliations with a word that begins so, for the door and for registrations by hand',
    access: ['organiser', 'helper', 'door'],
    params: z.object({ evening: z.uuid() }),
    query: suggestionQuery,
    response: suggestionsSchema,
    problems: [],
  },
  'GET /api/public/evenings/:slug/affiliations': {
    summary: 'Listed affiliations with a word that begins so, for the form of a published evening',
    access: 'everyone',
    limit: 'suggestion',
    params: z.object({ slug: z.string().min(1).max(120) }),
    query: suggestionQuery,
    response: suggestionsSchema,
    problems: ['not-found', 'too-many-requests'],
  },
});
