import { parseSpokenCode } from '@hillo/domain/door';
import { ok, type Outcome } from '@hillo/domain/shared';
import { hashToken } from '../../../../platform/tokens/index.js';
import type { ReserveKey } from '../../data/reserve-repository.js';

/** A badge as somebody scanned or typed it. */
export type BadgeNamed =
  { readonly by: 'badge'; readonly token: string } | { readonly by: 'code'; readonly code: string };

/** The same as it is looked up. */
export function reserveKey(
  badge: BadgeNamed,
): Outcome<ReserveKey, 'spoken-code-malformed' | 'spoken-code-slip'> {
  if (badge.by === 'badge') return ok({ badgeHash: hashToken(badge.token) });
  const code = parseSpokenCode(badge.code);
  return code.ok ? ok({ spokenCode: code.value }) : code;
}
