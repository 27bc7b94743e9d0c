import { queryOptions } from '@tanstack/react-query';
import { type Answer, request } from '../../../lib/http/request.js';

export type Reserves = Answer<'GET /api/evenings/:evening/reserves'>;
/** Whose cards go on paper. */
export type Printed = { of: 'everybody' } | { of: 'chosen'; registrations: string[] } | { of: 'reserves' };

export function reservesQuery(evening: string) {
  return queryOptions({
    queryKey: ['evening', evening, 'reserves'],
    queryFn: ({ signal }) => request('GET /api/evenings/:evening/reserves', { params: { evening }, signal }),
  });
}

export function makeReserves(evening: string, count: number, operationId: string): Promise<Reserves> {
  return request('POST /api/evenings/:evening/reserves', {
    params: { evening },
    body: { count },
    operationId,
  });
}

/** Settles the cards: their squares lock. The file is then fetched by its address. */
export function settleCards(evening: string, printed: Printed): Promise<{ cards: number }> {
  return request('POST /api/evenings/:evening/paper-cards', { params: { evening }, body: printed });
}

/** Where the settled cards are, in the person's own language unless one is given. */
export function cardsFile(evening: string, printed: Printed, language: string): string {
  const query = new URLSearchParams();
  if (printed.of === 'reserves') query.set('of', 'reserves');
  if (printed.of === 'chosen') query.set('registrations', printed.registrations.join(','));
  if (language !== '') query.set('language', language);
  const asked = query.toString();
  return `/api/evenings/${evening}/paper-cards.pdf${asked && `?${asked}`}`;
}
