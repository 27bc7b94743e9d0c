import type { ContactField, Sector } from '@hillo/domain/registration';
import type { Locale } from '@hillo/domain/shared';
import type { RequestInput } from '../../lib/http/request.js';
import type { OwnPage, RegistrationForm } from './api.js';

export interface WrittenCompanion {
  readonly kind: 'support' | 'child';
  readonly firstName: string;
  readonly wishesToPlay: boolean;
}

/** What a person tells of themselves, as the fields hold it. */
export interface WrittenPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly sector: Sector | '';
  readonly shownSector: Sector | '';
  readonly showsExactSector: boolean;
  readonly affiliation: string;
  readonly offers: string;
  readonly needs: string;
  readonly offerTags: string;
  readonly needTags: string;
  readonly shareFields: readonly ContactField[];
  readonly sharesWithEveryone: boolean;
  readonly associationMaySee: boolean;
  readonly offersMayBeTold: boolean;
  readonly drawOptIn: boolean;
  readonly showsLastName: boolean;
  readonly announcesOnStage: boolean;
  readonly locale: Locale;
}

/** The public form: a person, who comes along, access needs, and what was ticked. */
export interface WrittenForm extends WrittenPerson {
  readonly companions: readonly WrittenCompanion[];
  readonly accessNeeds: string;
  readonly accessNeedsConsent: boolean;
  readonly privacyNotice: boolean;
}

/** Everything unticked. */
export function emptyForm(locale: Locale): WrittenForm {
  return {
    firstName: '',
    lastName: '',
    email: '',
    phone: '',
    sector: '',
    shownSector: '',
    showsExactSector: false,
    affiliation: '',
    offers: '',
    needs: '',
    offerTags: '',
    needTags: '',
    shareFields: [],
    sharesWithEveryone: false,
    associationMaySee: false,
    offersMayBeTold: false,
    drawOptIn: false,
    showsLastName: false,
    announcesOnStage: false,
    locale,
    companions: [],
    accessNeeds: '',
    accessNeedsConsent: false,
    privacyNotice: false,
  };
}

/** Ids of the controls by the server's pointers; both are the field's name. */
export const FIELD_IDS: Readonly<Record<string, string>> = Object.fromEntries(
  ['firstName', 'lastName', 'email', 'phone', 'sector', 'shownSector', 'affiliation', 'offers', 'needs']
    .concat(['offerTags', 'needTags', 'accessNeeds'])
    .map((name) => [`#/${name}`, name]),
);

function tagsOf(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** The fields of a person as every route takes them. An unchosen sector is refused by the server, beside its field. */
export function personBody(written: WrittenPerson) {
  const { sector, shownSector, offerTags, needTags, shareFields, ...rest } = written;
  return {
    ...rest,
    sector: sector as Sector,
    shownSector: shownSector === '' ? null : shownSector,
    offerTags: tagsOf(offerTags),
    needTags: tagsOf(needTags),
    shareFields: [...shareFields],
  };
}

type FormBody = RequestInput<'POST /api/public/evenings/:slug/registrations'>['body'];

export function formBody(written: WrittenForm, form: RegistrationForm): FormBody {
  const { companions, accessNeeds, accessNeedsConsent, privacyNotice, ...person } = written;
  const { sharesWithEveryone, associationMaySee, offersMayBeTold, drawOptIn, ...told } = personBody(person);
  const ticked = {
    'privacy-notice': privacyNotice,
    'access-needs': accessNeedsConsent && accessNeeds.trim() !== '',
    draw: drawOptIn,
    'share-with-everyone': sharesWithEveryone,
    'association-may-see': associationMaySee,
    'offers-may-be-told': offersMayBeTold,
  } as const;
  const kinds = Object.keys(ticked) as (keyof typeof ticked)[];
  return {
    ...told,
    companions: companions.map((companion) => ({ ...companion, lastName: '' })),
    accessNeeds,
    consents: kinds.filter((kind) => ticked[kind]),
    textVersion: form.textVersion,
  };
}

/** What is saved now, as the fields of the own page hold it. */
export function writtenOf({ registration: own }: OwnPage): WrittenPerson {
  return {
    ...emptyForm(own.locale),
    firstName: own.firstName,
    lastName: own.lastName,
    email: own.email ?? '',
    phone: own.phone ?? '',
    sector: own.sector,
    shownSector: own.shownSector ?? '',
    showsExactSector: own.showsExactSector,
    affiliation: own.affiliation,
    offers: own.offers,
    needs: own.needs,
    offerTags: own.offerTags.join(', '),
    needTags: own.needTags.join(', '),
    shareFields: own.shareFields,
    sharesWithEveryone: own.sharesWithEveryone,
    associationMaySee: own.associationMaySee,
    offersMayBeTold: own.offersMayBeTold,
    drawOptIn: own.drawOptIn,
    showsLastName: own.showsLastName,
    announcesOnStage: own.announcesOnStage,
    locale: own.locale,
  };
}
