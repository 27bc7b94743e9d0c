import { isLocale, type Locale } from '@hillo/domain/shared';
import type { FastifyRequest } from 'fastify';

/** The reader's language: what the page says (`Hillo-Locale`), else the browser's list, else Finnish. */
export function localeOf(request: Pick<FastifyRequest, 'headers'>): Locale {
  const said = request.headers['hillo-locale'];
  if (typeof said === 'string' && isLocale(said)) return said;
  for (const entry of (request.headers['accept-language'] ?? '').split(',')) {
    const language = entry.split(';')[0]?.trim().slice(0, 2).toLowerCase() ?? '';
    if (isLocale(language)) return language;
  }
  return 'fi';
}
