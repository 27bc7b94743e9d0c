import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAnew } from '../../lib/http/read-anew.js';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';
import { watchStream } from '../../lib/realtime/socket.js';

export type PublicEvening = Answer<'GET /api/public/evenings/:slug'>;
export type RegistrationForm = Answer<'GET /api/public/evenings/:slug/registration'>;
export type Registered = Answer<'POST /api/public/evenings/:slug/registrations'>;
export type OwnPage = Answer<'GET /api/me/:registration'>;

type Suggestions = Answer<'GET /api/public/evenings/:slug/affiliations'>['suggestions'];
type ListedSuggestion = Suggestions[number] & { readonly detail: string };
/** Asks for listed affiliations with a word that begins so. */
export type SuggestAffiliations = (
  typed: string,
  signal: AbortSignal,
) => Promise<readonly ListedSuggestion[]>;

const withDetail = ({ suggestions }: { suggestions: Suggestions }) =>
  suggestions.map((suggestion) => ({ ...suggestion, detail: suggestion.municipality }));

/** For those who register by themselves. */
export function suggestForSlug(slug: string): SuggestAffiliations {
  return (typed, signal) =>
    request('GET /api/public/evenings/:slug/affiliations', {
      params: { slug },
      query: { typed },
      signal,
    }).then(withDetail);
}

/** For those who register others by hand, also while the evening is a draft. */
export function suggestForEvening(evening: string): SuggestAffiliations {
  return (typed, signal) =>
    request('GET /api/evenings/:evening/affiliations', {
      params: { evening },
      query: { typed },
      signal,
    }).then(withDetail);
}

/** The public page; the same key as its language, for the theme comes in the reader's. */
export function publicEveningQuery(slug: string, locale: string) {
  return queryOptions({
    queryKey: ['public-evening', slug, locale],
    queryFn: ({ signal }) => request('GET /api/public/evenings/:slug', { params: { slug }, signal }),
  });
}

export function registrationFormQuery(slug: string) {
  return queryOptions({
    queryKey: ['registration-form', slug],
    queryFn: ({ signal }) =>
      request('GET /api/public/evenings/:slug/registration', { params: { slug }, signal }),
  });
}

export function ownPageQuery(registration: string) {
  return queryOptions({
    queryKey: ['own-page', registration],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration', { params: { registration }, signal }),
    ),
  });
}

export function devicesQuery(registration: string) {
  return queryOptions({
    queryKey: ['own-devices', registration],
    queryFn: ({ signal }) =>
      request('GET /api/me/:registration/devices', { params: { registration }, signal }),
  });
}

export function useOwnPage(registration: string): OwnPage {
  return useSuspenseQuery(ownPageQuery(registration)).data;
}

/** Puts what a write answered with where the page reads it. */
export function useShowOwnPage(): (page: OwnPage) => void {
  const client = useQueryClient();
  return (page) => client.setQueryData(ownPageQuery(page.registration.id).queryKey, page);
}

/** Reads the own page anew when something of it changed: a seat, the check-in, access needs arranged. */
export function useLiveOwnPage(registration: string, since: number): void {
  const client = useQueryClient();
  // Where the first reading was; the watch itself keeps count from there, so a later reading does not begin it anew.
  const [from] = useState(since);
  useEffect(() => {
    const reload = () => readAnew(client, ownPageQuery(registration));
    return watchStream(`registration:${registration}`, from, {
      onChange: () => void reload().catch(() => undefined),
      onResync: async () => (await reload()).rev,
      onRevoked: () => void client.invalidateQueries({ queryKey: ['own-page', registration] }),
    });
  }, [client, registration, from]);
}
