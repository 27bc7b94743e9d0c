/** Roles that members of an organisation hold (product rule 15). */
export const MEMBER_ROLES = ['organiser', 'helper', 'access-host'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Roles of a crew device, claimed with a crew QR for one evening (product rule 13). */
export const CREW_ROLES = ['door', 'host'] as const;
export type CrewRole = (typeof CREW_ROLES)[number];

/** Every role of product rule 15. `nobody` is somebody without a session. */
export const ROLES = ['admin', ...MEMBER_ROLES, ...CREW_ROLES, 'association', 'attendee', 'nobody'] as const;
export type Role = (typeof ROLES)[number];
