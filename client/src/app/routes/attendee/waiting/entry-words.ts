import { formatSpokenCode, parseSpokenCode } from '@hillo/domain/door';
import type { Text } from '@hillo/i18n';
import type { Entry } from '../../../../lib/offline/outbox/entry.js';
import type { Route } from '../../../../lib/http/request.js';

export const SCAN: Route = 'POST /api/me/:registration/encounters';

const KINDS: Partial<Record<Route, 'mark' | 'note' | 'share' | 'withdraw' | 'ask' | 'vote'>> = {
  'POST /api/me/:registration/questions': 'ask',
  'PUT /api/me/:registration/votes/:question': 'vote',
  'DELETE /api/me/:registration/votes/:question': 'vote',
  'POST /api/me/:registration/encounters/:encounter/mark': 'mark',
  'PUT /api/me/:registration/encounters/:encounter/note': 'note',
  'PUT /api/me/:registration/encounters/:encounter/sharing': 'share',
  'DELETE /api/me/:registration/encounters/:encounter/sharing': 'withdraw',
};

/** What an entry is, in a few words. */
export function entryTitle(text: Text, { route, label }: Entry): string {
  if (route === SCAN) {
    const code = label?.['code'];
    return code === undefined
      ? text('waiting.entry.badge')
      : text('waiting.entry.code', { code: readable(code) });
  }
  return text(`waiting.entry.${KINDS[route] ?? 'other'}`);
}

/** As it is read aloud where it is a code; what was typed where it is none. */
export function readable(code: string): string {
  const parsed = parseSpokenCode(code);
  return parsed.ok ? formatSpokenCode(parsed.value) : code;
}

/** The page of the meeting that an entry is about. */
export function entryHref(home: string, { route, operationId, params, follows }: Entry): string | undefined {
  if (route === SCAN) return `${home}/waiting/${operationId}`;
  if (KINDS[route] === 'ask' || KINDS[route] === 'vote') return `${home}/panel`;
  if (follows) return `${home}/waiting/${follows.operationId}`;
  return params['encounter'] ? `${home}/met/${params['encounter']}` : undefined;
}
