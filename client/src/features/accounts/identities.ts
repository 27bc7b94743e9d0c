import type { Answer } from '../../lib/http/request.js';

/** One of those whom this browser may act as (product rule 14). */
export type Identity = Answer<'GET /api/session'>['grants'][number];

/** Where somebody with this grant goes on. */
export function pageOf({ kind, role, subjectId, eveningId }: Identity): string {
  switch (kind) {
    case 'account':
      return '/organiser';
    case 'attendee':
      return `/me/${subjectId}`;
    case 'device':
      return `/${role === 'host' ? 'host' : 'door'}/${eveningId}`;
    case 'association':
      return `/associations/${eveningId}`;
  }
}

/** What one is with this grant, as the key of its word. */
export function roleOf({ kind, role }: Identity): 'organiser' | 'attendee' | 'door' | 'host' | 'association' {
  if (kind === 'account') return 'organiser';
  if (kind === 'device') return role === 'host' ? 'host' : 'door';
  return kind;
}

/** Crew pages that members of the organisation may open without being a device of the crew. */
const CREW_PAGE = /^\/(door|host)\/[^/]+/;

/** Who one is at this address; undefined on pages that are nobody's own. */
export function identityAt(pathname: string, identities: readonly Identity[]): Identity | undefined {
  const own = identities.find((identity) => {
    const page = pageOf(identity);
    return pathname === page || pathname.startsWith(`${page}/`);
  });
  return own ?? (CREW_PAGE.test(pathname) ? identities.find(({ kind }) => kind === 'account') : undefined);
}
