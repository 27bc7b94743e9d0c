import { request } from '../../lib/http/request.js';

/** Why this page cannot use passkeys, or undefined when it can. Browsers give them to secure pages only. */
export function whyNoPasskeys(): 'insecure' | 'unsupported' | undefined {
  if (!globalThis.isSecureContext) return 'insecure';
  return 'PublicKeyCredential' in globalThis ? undefined : 'unsupported';
}

/** The library is fetched when a passkey is wanted. */
function library() {
  return import('@simplewebauthn/browser');
}

/** True when the person closed the browser's own dialog: nothing went wrong. */
export function wasDismissed(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}

export async function makePasskey(label: string) {
  const { startRegistration } = await library();
  const { challengeId, options } = await request('POST /api/account/passkey-options', { once: true });
  const answer = await startRegistration({ optionsJSON: options as never });
  return request('POST /api/account/passkeys', {
    body: { challengeId, answer: { ...answer }, label },
    once: true,
  });
}

export async function signInWithPasskey() {
  const { startAuthentication } = await library();
  const { challengeId, options } = await request('POST /api/session/passkey-options', { once: true });
  const answer = await startAuthentication({ optionsJSON: options as never });
  return request('POST /api/session/passkey', { body: { challengeId, answer: { ...answer } }, once: true });
}
