import { EVENING_STATES, REGISTRATION_ANSWERS, THEMES } from '@hillo/domain/evenings';
import {
  ACCESS_NEEDS_STATES,
  AFFILIATION_MAX,
  CONSENT_KINDS,
  CONTACT_FIELDS,
  NAME_MAX,
  normaliseEmail,
  normalisePhone,
  REGISTRATION_LIMITS,
  REGISTRATION_STATES,
  SECTOR_MARKS,
  SECTORS,
  SIDES,
} from '@hillo/domain/registration';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';
import { instant, line, lines, optionalLine } from './text-fields.js';

export const COMPANION_KINDS = ['support', 'child'] as const;
export const PARTY_KINDS = ['person', ...COMPANION_KINDS] as const;

/** An address that mail can be sent to, as typed but trimmed (product rule 12). */
/** An address as people type it. */
export const emailInput = z.string().transform((text, context) => {
  const email = text.trim() === '' ? undefined : normaliseEmail(text);
  if (email?.ok) return email.value.address;
  context.addIssue({ code: 'custom', message: email ? 'invalid-email' : 'required' });
  return z.NEVER;
});

/** Empty is null: nobody has to give one. */
const phoneInput = z.string().transform((text, context) => {
  if (text.trim() === '') return null;
  const phone = normalisePhone(text);
  if (phone.ok) return phone.value;
  context.addIssue({ code: 'custom', message: 'invalid' });
  return z.NEVER;
});

const tagsInput = z
  .array(line(REGISTRATION_LIMITS.tag))
  .max(REGISTRATION_LIMITS.tags, 'too-long')
  .transform((tags) => [...new Set(tags)]);

/** What a person tells of themselves; a title is never asked (product rule 10). */
const told = {
  firstName: line(NAME_MAX),
  lastName: optionalLine(NAME_MAX),
  phone: phoneInput,
  sector: z.enum(SECTORS, 'required'),
  /** A sector of the own side that others see; null shows the own one. */
  shownSector: z.enum(SECTORS).nullable(),
  /** Lets `resident` and `expert-by-experience` be told apart (product rule 1). */
  showsExactSector: z.boolean(),
  affiliation: optionalLine(AFFILIATION_MAX),
  offers: lines(REGISTRATION_LIMITS.offers),
  needs: lines(REGISTRATION_LIMITS.offers),
  offerTags: tagsInput,
  needTags: tagsInput,
  shareFields: z.array(z.enum(CONTACT_FIELDS)).max(CONTACT_FIELDS.length),
  showsLastName: z.boolean(),
  announcesOnStage: z.boolean(),
  locale: z.enum(LOCALES),
};

export const companionInput = z.object({
  kind: z.enum(COMPANION_KINDS),
  firstName: line(NAME_MAX),
  lastName: optionalLine(NAME_MAX),
  /** Support persons play only if they wish, children never (product rule 6). */
  wishesToPlay: z.boolean().default(false),
});

const partyInput = z
  .array(companionInput)
  .refine((party) => countKind(party, 'support') <= REGISTRATION_LIMITS.supportPersons, 'too-large')
  .refine((party) => countKind(party, 'child') <= REGISTRATION_LIMITS.children, 'too-large');

function countKind(party: readonly { kind: string }[], kind: string): number {
  return party.filter((companion) => companion.kind === kind).length;
}

const tellingDefaults = {
  phone: told.phone.default(null),
  lastName: told.lastName.default(''),
  shownSector: told.shownSector.default(null),
  showsExactSector: told.showsExactSector.default(false),
  affiliation: told.affiliation.default(''),
  offers: told.offers.default(''),
  needs: told.needs.default(''),
  offerTags: told.offerTags.default([]),
  needTags: told.needTags.default([]),
  shareFields: told.shareFields.default([]),
  showsLastName: told.showsLastName.default(false),
  announcesOnStage: told.announcesOnStage.default(false),
};

/** The public form. */
export const registrationInput = z.object({
  ...told,
  ...tellingDefaults,
  email: emailInput,
  companions: partyInput.default([]),
  /** Perhaps health data: stored only with its own consent among `consents`. */
  accessNeeds: lines(REGISTRATION_LIMITS.accessNeeds).default(''),
  consents: z.array(z.enum(CONSENT_KINDS)).max(CONSENT_KINDS.length),
  /** `CONSENT_TEXT_VERSION` of the texts that were shown. */
  textVersion: z.string().max(40),
});

/** A registration that an organiser or helper makes; somebody was spoken with, so no e-mail is needed. */
export const registrationByHandInput = z.object({
  ...told,
  ...tellingDefaults,
  email: z.union([z.literal('').transform(() => null), emailInput]).default(null),
  companions: partyInput.default([]),
  agreedHow: line(REGISTRATION_LIMITS.agreedHow),
});

export const registrationByHandChanges = z.object({
  ...z.object(told).partial().shape,
  email: z.union([z.literal('').transform(() => null), emailInput]).optional(),
  agreedHow: line(REGISTRATION_LIMITS.agreedHow),
});

/** What a person may change on the own page; another address goes by way of a link (`own-data.ts`). The boxes are consents with the version of their text. */
export const ownChangesInput = z.object({
  ...z.object(told).partial().shape,
  drawOptIn: z.boolean().optional(),
  sharesWithEveryone: z.boolean().optional(),
  associationMaySee: z.boolean().optional(),
  /** Others of the evening may be told what I offer and need. */
  offersMayBeTold: z.boolean().optional(),
  /** A support person's own choice (product rule 6). */
  plays: z.boolean().optional(),
});

export const accessNeedsInput = z.object({
  text: line(REGISTRATION_LIMITS.accessNeeds),
  /** The box beside the field. */
  consent: z.literal(true, 'required'),
});

const themeAnswer = z.object({ key: z.enum(THEMES).nullable(), text: z.string() });

/** What the form has to know beyond the public page of the evening. */
export const registrationFormSchema = z
  .object({
    answer: z.enum(REGISTRATION_ANSWERS),
    /** Numbers of people; null: as many as come. */
    capacity: z.number().int().nullable(),
    free: z.number().int().nullable(),
    waiting: z.number().int(),
    /** Sectors as this evening places them, for the choice of the sector to show. */
    sides: z.array(z.object({ side: z.enum(SIDES), sectors: z.array(z.enum(SECTORS)) })),
    /** Who answers for the data: the organisation that arranges. */
    controller: z.string(),
    textVersion: z.string(),
    /** Until when each group of fields is kept. */
    kept: z.object({
      accessNeeds: instant,
      unconfirmed: instant,
      encounters: instant,
      registration: instant,
    }),
  })
  .meta({ id: 'RegistrationForm' });

const partyMember = z.object({
  id: z.uuid(),
  kind: z.enum(PARTY_KINDS),
  firstName: z.string(),
  lastName: z.string(),
  plays: z.boolean(),
  state: z.enum(REGISTRATION_STATES),
  spokenCode: z.string(),
  /** What the badge's QR says; null for a child (product rule 6). */
  badge: z.string().nullable(),
  checkedInAt: instant.nullable(),
});

export const registeredSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(REGISTRATION_STATES),
    /** People before this party in the queue; null with a seat. */
    seatsBefore: z.number().int().nullable(),
    personalLink: z.string(),
    mailed: z.boolean(),
    party: z.array(partyMember),
  })
  .meta({ id: 'Registered' });

/** What a personal link shows before the click: a first name and an evening, nothing else. */
export const linkPreviewSchema = z
  .object({
    firstName: z.string(),
    theme: themeAnswer,
    slug: z.string(),
    startsAt: instant,
    timeZone: z.string(),
  })
  .meta({ id: 'PersonalLinkPreview' });

export const ownPageSchema = z
  .object({
    /** Of the stream `registration:<id>`, read before the rest: watch from here. */
    rev: z.number().int(),
    evening: z.object({
      id: z.uuid(),
      slug: z.string(),
      state: z.enum(EVENING_STATES),
      theme: themeAnswer,
      title: z.string(),
      startsAt: instant,
      endsAt: instant,
      timeZone: z.string(),
      venueName: z.string(),
      venueAddress: z.string(),
      organiser: z.string(),
    }),
    registration: partyMember.extend({
      email: z.string().nullable(),
      /** A new address whose link has not been pressed yet. */
      newEmail: z.string().nullable(),
      phone: z.string().nullable(),
      sector: z.enum(SECTORS),
      shownSector: z.enum(SECTORS).nullable(),
      showsExactSector: z.boolean(),
      mark: z.enum(SECTOR_MARKS),
      side: z.enum(SIDES),
      affiliation: z.string(),
      offers: z.string(),
      needs: z.string(),
      offerTags: z.array(z.string()),
      needTags: z.array(z.string()),
      shareFields: z.array(z.enum(CONTACT_FIELDS)),
      sharesWithEveryone: z.boolean(),
      drawOptIn: z.boolean(),
      associationMaySee: z.boolean(),
      offersMayBeTold: z.boolean(),
      showsLastName: z.boolean(),
      announcesOnStage: z.boolean(),
      locale: z.enum(LOCALES),
    }),
    /** Sectors that may be shown: those of the own side. */
    sectorsToShow: z.array(z.enum(SECTORS)),
    seatsBefore: z.number().int().nullable(),
    /** Whom this support person or child comes with. */
    comesWith: z.string().nullable(),
    companions: z.array(partyMember),
    /** Whether needs were told and what became of them; their text is not repeated here. */
    accessNeeds: z.object({ state: z.enum(ACCESS_NEEDS_STATES) }).nullable(),
  })
  .meta({ id: 'OwnPage' });

export const devicesSchema = z
  .object({
    devices: z.array(
      z.object({ label: z.string(), since: instant, seenAt: instant, isThisOne: z.boolean() }),
    ),
  })
  .meta({ id: 'OwnDevices' });
