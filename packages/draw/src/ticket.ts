/** Crockford's base32: no I, L, O or U, so that a ticket survives being read aloud. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TICKET = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** Whether a text is a ticket: eight signs of Crockford's base32 as `XXXX-XXXX`, upper case. */
export function isTicket(text: string): boolean {
  return TICKET.test(text);
}

/**
 * The ticket of a person: the first 40 bits of HMAC-SHA-256(the draw's own key, registration id), big-endian,
 * as `XXXX-XXXX`. Two people may share 40 bits: tickets are unique in a draw, so on a clash the whole draw gets a
 * new key. Throws RangeError for a digest that is not 32 bytes.
 */
export function ticketFromDigest(digest: Uint8Array): string {
  if (digest.length !== 32) throw new RangeError('expected a digest of 32 bytes');
  let text = '';
  let held = 0;
  let heldBits = 0;
  for (const byte of digest.subarray(0, 5)) {
    held = (held << 8) | byte;
    heldBits += 8;
    while (heldBits >= 5) {
      heldBits -= 5;
      text += SIGNS.charAt((held >>> heldBits) & 31);
    }
    held &= (1 << heldBits) - 1;
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** The tickets in the order of the frozen list: bytewise, which for ASCII is by code unit. */
export function sortTickets(tickets: readonly string[]): readonly string[] {
  return tickets.toSorted(compareTickets);
}

/** Whether the tickets are the frozen list: sorted bytewise, none twice. */
export function isTicketList(tickets: readonly string[]): boolean {
  return tickets.every((ticket, at) => at === 0 || compareTickets(tickets[at - 1] ?? '', ticket) < 0);
}

function compareTickets(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
