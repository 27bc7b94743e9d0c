/** Path and token of a badge's link: 128 bits as base32 are 26 signs (product rule 13, RFC 4648). */
const BADGE_LINK = /\/b\/([a-z2-7]{26})\/?$/i;

/**
 * The token in what a scanner read, in capitals; `undefined` when it is no badge's link. The QR has the whole link in
 * capitals, which makes it coarser. Whose badge it is, and of which evening, only the server knows.
 *
 * @param scanned text of a QR code, of any length
 */
export function badgeTokenOf(scanned: string): string | undefined {
  if (scanned.length > 500) return undefined;
  return BADGE_LINK.exec(scanned.trim())?.[1]?.toUpperCase();
}
