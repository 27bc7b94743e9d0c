import { newId } from '@hillo/server/platform/clock';
import type { Fixtures } from './fixtures.js';

/** The path of a sign-in link of this account, as a mail would bring it. */
export async function signInPath(fixtures: Fixtures, accountId: string): Promise<string> {
  const { tokens } = fixtures.application;
  const id = newId();
  await fixtures.insert('sign_in_links', {
    id,
    account_id: accountId,
    token_hash: tokens.deriveHash('sign-in', id, 1),
    created_at: new Date(),
    expires_at: new Date(Date.now() + 600_000),
  });
  return `/s/${tokens.derive('sign-in', id, 1)}`;
}
