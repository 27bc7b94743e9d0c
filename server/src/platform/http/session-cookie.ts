import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/index.js';

type CookieConfig = Pick<Config, 'PUBLIC_URL'>;

function isSecure(config: CookieConfig): boolean {
  return config.PUBLIC_URL.startsWith('https:');
}

/** Browsers take the `__Host-` prefix over HTTPS only; on plain http the cookie works without it. */
function cookieName(config: CookieConfig): string {
  return isSecure(config) ? '__Host-hillo' : 'hillo';
}

/** Reads the session token from a Cookie header; used for requests and socket handshakes alike. */
export function readSessionCookie(header: string | undefined, config: CookieConfig): string | null {
  const name = cookieName(config);
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value && /^[A-Za-z0-9_-]{20,100}$/.test(value)) return value;
  }
  return null;
}

export function setSessionCookie(
  reply: FastifyReply,
  token: string,
  config: CookieConfig,
  maxAge: number,
): void {
  void reply.setCookie(cookieName(config), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(config),
    maxAge,
  });
}

export function clearSessionCookie(reply: FastifyReply, config: CookieConfig): void {
  void reply.clearCookie(cookieName(config), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(config),
  });
}

export function sessionTokenOf(request: FastifyRequest, config: CookieConfig): string | null {
  return readSessionCookie(request.headers.cookie, config);
}
