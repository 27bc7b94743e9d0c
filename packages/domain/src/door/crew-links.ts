import type { CrewRole } from '../accounts/index.js';
import { type Outcome, cleanLine, fail, ok } from '../shared/index.js';

/** A crew QR is claimed within this time of being shown, in minutes (product rule 13). */
export const CREW_CLAIM_MINUTES = 15;

/** A claimed device works this long after the evening's end, in hours: late offline entries arrive within 12 (rule 5). */
export const CREW_MARGIN_HOURS = 12;

/** Greatest length of the name that a holder gives to the device, in characters. */
export const DEVICE_NAME_MAX = 60;

/** A door's or host's device of one evening (product rule 13). The token is derived from id and version. */
export interface CrewLink {
  readonly id: string;
  readonly role: CrewRole;
  /** Raised by revoking and by showing a new QR: tokens of earlier versions are void. */
  readonly version: number;
  readonly shownAt: Date;
  readonly claim: { readonly at: Date; readonly deviceName: string } | null;
  readonly revokedAt: Date | null;
}

export type CrewLinkProblem = 'crew-link-revoked' | 'crew-link-claimed' | 'crew-link-expired';

/** When devices of an evening stop working; `endsAt` is the planned end, or the close when that was later. */
export function crewExpiresAt(endsAt: Date): Date {
  return new Date(endsAt.getTime() + CREW_MARGIN_HOURS * 3_600_000);
}

/**
 * Claims a crew link for one device that its holder names (product rule 13): once, within 15 minutes of being shown,
 * with the version that was shown, and before the evening's devices expire.
 */
export function claimCrewLink(
  link: CrewLink,
  presented: { readonly version: number; readonly deviceName: string },
  endsAt: Date,
  now: Date,
): Outcome<CrewLink, CrewLinkProblem | 'device-name-invalid'> {
  const name = cleanLine(presented.deviceName, DEVICE_NAME_MAX);
  if (link.revokedAt !== null) return fail('crew-link-revoked');
  if (link.claim !== null) return fail('crew-link-claimed');
  const lastMoment = link.shownAt.getTime() + CREW_CLAIM_MINUTES * 60_000;
  const isLate = now.getTime() >= Math.min(lastMoment, crewExpiresAt(endsAt).getTime());
  if (isLate || presented.version !== link.version)
    return fail('crew-link-expired', { minutes: CREW_CLAIM_MINUTES });
  return name.ok
    ? ok({ ...link, claim: { at: now, deviceName: name.value } })
    : fail('device-name-invalid', { max: DEVICE_NAME_MAX });
}

/** Shows the QR of an unclaimed link anew for 15 minutes; the code shown before is void. */
export function renewCrewLink(
  link: CrewLink,
  now: Date,
): Outcome<CrewLink, 'crew-link-revoked' | 'crew-link-claimed'> {
  if (link.revokedAt !== null) return fail('crew-link-revoked');
  if (link.claim !== null) return fail('crew-link-claimed');
  return ok({ ...link, version: link.version + 1, shownAt: now });
}

/** Revokes a link or its device with one tap (product rule 13); again it changes nothing. */
export function revokeCrewLink(link: CrewLink, now: Date): CrewLink {
  return link.revokedAt === null ? { ...link, version: link.version + 1, revokedAt: now } : link;
}

/** Whether a device that presents this version may act now: claimed, not revoked, before the evening's margin ends. */
export function crewMayAct(link: CrewLink, version: number, endsAt: Date, now: Date): boolean {
  const stands = link.claim !== null && link.revokedAt === null && link.version === version;
  return stands && now.getTime() < crewExpiresAt(endsAt).getTime();
}
