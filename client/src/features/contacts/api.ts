import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';

export type ContactSheet = Answer<'GET /api/me/:registration/contacts'>;
export type ContactRow = ContactSheet['rows'][number];
export type Holder = ContactSheet['holders'][number];
export type AssociationContacts = Answer<'GET /api/evenings/:evening/association-contacts'>;
export type AssociationViews = Answer<'GET /api/evenings/:evening/association-views'>;

/** Under the key of everything of one attendee: a change of the own stream makes it stale. */
export function sheetQuery(registration: string) {
  return queryOptions({
    queryKey: ['me', registration, 'contacts'],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration/contacts', { params: { registration }, signal }),
    ),
  });
}

export function useSheet(registration: string): ContactSheet {
  return useSuspenseQuery(sheetQuery(registration)).data;
}

export function associationQuery(evening: string) {
  return queryOptions({
    queryKey: ['association-contacts', evening],
    queryFn: ({ signal }) =>
      request('GET /api/evenings/:evening/association-contacts', { params: { evening }, signal }),
  });
}

export function viewsQuery(evening: string) {
  return queryOptions({
    queryKey: ['association-views', evening],
    queryFn: ({ signal }) =>
      request('GET /api/evenings/:evening/association-views', { params: { evening }, signal }),
  });
}

export type ContactFormat = 'pdf' | 'xlsx' | 'csv' | 'vcf' | 'ics';

export function sheetFile(registration: string, format: ContactFormat): Promise<Blob> {
  return request('GET /api/me/:registration/contact-files/:format', { params: { registration, format } });
}

export function associationFile(evening: string, format: ContactFormat): Promise<Blob> {
  return request('GET /api/evenings/:evening/association-contact-files/:format', {
    params: { evening, format },
  });
}

export async function mailToMyself(registration: string): Promise<void> {
  await request('POST /api/me/:registration/contact-mails', { params: { registration } });
}

/** Takes back the yes given to one person. */
export async function withdrawFrom(
  client: QueryClient,
  registration: string,
  encounter: string,
): Promise<void> {
  await request('DELETE /api/me/:registration/encounters/:encounter/sharing', {
    params: { registration, encounter },
  });
  await client.invalidateQueries({ queryKey: ['me', registration] });
}

/** Takes back every yes, and the choice to share with everyone met from now on. */
export async function withdrawAll(client: QueryClient, registration: string): Promise<void> {
  const params = { registration };
  await request('PATCH /api/me/:registration', { params, body: { sharesWithEveryone: false } });
  const sheet = await request('POST /api/me/:registration/contact-withdrawals', { params });
  client.setQueryData(sheetQuery(registration).queryKey, sheet);
  await client.invalidateQueries({ queryKey: ['me', registration] });
}

export function openView(
  evening: string,
  body: { affiliation: string; email: string },
): Promise<AssociationViews> {
  return request('POST /api/evenings/:evening/association-views', { params: { evening }, body });
}

export function closeView(evening: string, view: string): Promise<AssociationViews> {
  return request('DELETE /api/evenings/:evening/association-views/:view', { params: { evening, view } });
}

export function enterView(token: string): Promise<{ eveningId: string }> {
  return request('POST /api/session/association', { body: { token }, once: true });
}
