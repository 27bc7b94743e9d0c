import { newId } from '@hillo/server/platform/clock';
import type { TokenKind } from '@hillo/server/platform/tokens';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Hillo } from './e2e.js';
import { LiveEvening } from './live-evening.js';

export interface KnownLink {
  readonly kind: TokenKind;
  readonly path: string;
  /** What a human does on the page that opens. */
  press(page: Page): Promise<void>;
  /** Where the press leads. */
  readonly arrives: RegExp;
}

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).click();

/** A living link of each kind that the product hands out, none opened yet. A badge leads on only with a session. */
export async function everyLink(hillo: Hillo): Promise<{ evening: LiveEvening; links: KnownLink[] }> {
  const { fixtures, tokens } = hillo;
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  const ville = await evening.guest('Ville', { sector: 'municipality' });
  const { accountId } = await fixtures.member(evening.organisation, ['organiser']);
  const created_at = new Date();
  const expires_at = new Date(Date.now() + 10 * 60_000);

  /** The row of a derived link, which keeps only its hash; the link's path. */
  const link = async (table: string, letter: string, kind: TokenKind, columns: object): Promise<string> => {
    const id = newId();
    const token_hash = tokens.deriveHash(kind, id, 1);
    await fixtures.insert(table, { id, token_hash, created_at, expires_at, ...columns });
    return `/${letter}/${tokens.derive(kind, id, 1)}`;
  };
  const named = (label: string, name: string, press: string) => async (page: Page) => {
    await page.getByLabel(label).fill(name);
    await button(press)(page);
  };

  const links: KnownLink[] = [
    { kind: 'personal', path: maija.personalPath, press: button('Jatka: olen Maija'), arrives: /\/me\// },
    {
      kind: 'badge',
      path: ville.badgePath,
      press: button('Merkitse kohtaaminen'),
      arrives: /\/me\/.*\/met\//,
    },
    {
      kind: 'handover',
      path: await link('handovers', 'h', 'handover', { registration_id: maija.id }),
      press: button('Avaa oma sivuni'),
      arrives: /\/me\//,
    },
    {
      kind: 'crew',
      path: await link('crew_links', 'c', 'crew', { evening_id: evening.id, role: 'door' }),
      press: named('Nimesi', 'Eeva', 'Aloita'),
      arrives: /\/door\//,
    },
    {
      kind: 'sign-in',
      path: await link('sign_in_links', 's', 'sign-in', { account_id: accountId }),
      press: button('Kirjaudu sisään'),
      arrives: /\/organiser\//,
    },
    {
      kind: 'invitation',
      path: await link('member_invitations', 'i', 'invitation', {
        organisation_id: evening.organisation,
        email: `kutsuttu-${newId()}@example.org`,
        roles: ['helper'],
      }),
      press: named('Nimesi', 'Otto Uusi', 'Liity mukaan'),
      arrives: /\/organiser\//,
    },
    {
      kind: 'email-change',
      path: await link('email_changes', 'm', 'email-change', {
        registration_id: ville.id,
        email: `ville-${newId()}@example.org`,
      }),
      press: button('Tämä on osoitteeni'),
      arrives: /\/email-confirmed$/,
    },
    {
      kind: 'association',
      path: await link('association_views', 'v', 'association', {
        evening_id: evening.id,
        affiliation: 'Esimerkkiyhdistys ry',
        email: 'hallitus@example.org',
        opened_by: `account:${accountId}`,
      }),
      press: button('Avaa näkymä'),
      arrives: /\/associations\//,
    },
  ];
  expect(new Set(links.map(({ kind }) => kind)).size).toBe(links.length);
  return { evening, links };
}
