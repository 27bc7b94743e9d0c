import type { BrowserContext } from '@playwright/test';
import { spokenCodeOf } from '@hillo/domain/door';
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';

type Hillo = Parameters<Parameters<typeof test>[2]>[0]['hillo'];

interface Guest {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly badge: string;
  /** Opens the own page on a phone. */
  readonly open: (context: BrowserContext) => Promise<Page>;
}

/** A running evening and a way to bring people in through its door. */
async function aRoom(hillo: Hillo) {
  const { fixtures } = hillo;
  const hour = 3_600_000;
  const evening = await fixtures.evening(await fixtures.organisation(), {
    theme: 'Lapset ja perheet',
    starts_at: new Date(Date.now() - hour),
    ends_at: new Date(Date.now() + 3 * hour),
  });
  const door = (await fixtures.device(evening, 'door')).browser;
  let serial = 0;
  const guest = async (name: string, sector: string, columns: object = {}): Promise<Guest> => {
    const code = spokenCodeOf(40_000 + ++serial);
    const id = await fixtures.registration(evening, {
      first_name: name,
      sector,
      spoken_code: code,
      affiliation: sector === 'municipality' ? 'Esimerkkilän kaupunki' : 'Toivon Talo ry',
      ...columns,
    });
    await door.post(`/api/evenings/${evening}/door/check-ins`, {
      who: { by: 'registration', id },
      admit: null,
    });
    const badge = hillo.tokens.derive('badge', id, 1);
    const open = async (context: BrowserContext) => {
      await hillo.signIn(context, { kind: 'attendee', subjectId: id, eveningId: evening, role: null });
      const page = await context.newPage();
      await page.goto(`/me/${id}`);
      await expect(page.getByRole('heading', { name: 'Bingolappusi' })).toBeVisible();
      return page;
    };
    return { id, name, code, badge, open };
  };
  return { evening, guest };
}

async function meetByCode(page: Page, other: Guest): Promise<void> {
  await page.getByRole('link', { name: 'Lue nimilappu' }).click();
  await page.getByLabel('Toisen koodi').fill(other.code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(other.name);
}

test('two phones meet: a code, a square, a live offer, both notes, fields when both say yes', async ({
  browser,
  hillo,
}) => {
  const room = await aRoom(hillo);
  const maija = await room.guest('Maija', 'association', { email: 'maija@example.org' });
  const ville = await room.guest('Ville', 'municipality', { email: 'ville@example.org' });
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const first = await maija.open(one);
  const second = await ville.open(two);
  await expectAccessible(first);
  await expectNoSidewaysScroll(first);

  await meetByCode(first, ville);
  await expectAccessible(first);
  await expect(first.getByText('Käy, koska Ville tulee eri puolelta kuin sinä.').first()).toBeVisible();
  await first
    .getByRole('button', { name: 'Joku, jota et ole tavannut ennen' })
    .or(first.locator('main li button').first())
    .first()
    .click();
  await expect(first.getByRole('button', { name: /: Ville/ })).toBeVisible();

  await expect(second.getByRole('heading', { name: 'Maija luki nimilappusi' })).toBeVisible();
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Merkitse ruutuun' }).click();
  await expect(second.getByRole('button', { name: /: Maija/ })).toBeVisible();

  await first.getByRole('button', { name: /: Ville/ }).click();
  await first.getByRole('link', { name: 'Avaa kohtaaminen' }).click();
  await first.getByLabel('Mistä on sovittu').fill('Yhteinen perheilta maaliskuussa');
  await first.getByRole('radio', { name: 'Minä' }).check({ force: true });
  await first.getByRole('button', { name: 'Tallenna' }).click();
  await expect(first.getByText('Tallennettu. Ville näkee tämän nyt.')).toBeVisible();

  await second.getByRole('button', { name: /: Maija/ }).click();
  await second.getByRole('link', { name: 'Avaa kohtaaminen' }).click();
  await expect(second.getByText('Yhteinen perheilta maaliskuussa')).toBeVisible();
  await second.getByRole('button', { name: 'Sovimme saman' }).click();
  await expect(second.getByText('Yhteinen perheilta maaliskuussa')).toHaveCount(2);

  await second.getByLabel('Sähköposti').check();
  await second.getByRole('button', { name: 'Jaa nämä' }).click();
  await expect(second.getByText('Maija ei ole vielä sanonut kyllä.')).toBeVisible();
  await expect(first.getByText('ville@example.org')).toHaveCount(0);
  await first.getByLabel('Sähköposti').check();
  await first.getByRole('button', { name: 'Jaa nämä' }).click();
  await expect(first.getByText('ville@example.org')).toBeVisible();
  await expect(second.getByText('maija@example.org')).toBeVisible();
  await expectAccessible(second);
  await expectNoSidewaysScroll(second);

  await second.getByRole('button', { name: 'Poista kohtaaminen' }).click();
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Poista', exact: true }).click();
  await expect(second.getByText('Et ole vielä tavannut ketään')).toBeVisible();
  await expect(first.getByText('Kohtaaminen on poistettu')).toBeVisible();
  await one.close();
  await two.close();
});

test('three in a row give a ticket with a moment of joy; a mark moves and is taken back', async ({
  context,
  hillo,
}) => {
  const room = await aRoom(hillo);
  const maija = await room.guest('Maija', 'association');
  const met = [
    await room.guest('Ville', 'company'),
    await room.guest('Aino', 'company'),
    await room.guest('Eero', 'company'),
  ];
  const page = await maija.open(context);
  const prompts = await page.locator('ol li button').allInnerTexts();
  for (const [index, other] of met.entries()) {
    await meetByCode(page, other);
    await page
      .locator('main li button')
      .filter({ hasText: prompts[3 + index]! })
      .click();
    if (index < 2) await expect(page.getByRole('button', { name: `: ${other.name}` })).toBeVisible();
  }
  const joy = page.getByRole('dialog');
  await expect(joy.getByRole('heading', { name: 'Rivi täynnä!' })).toBeVisible();
  await expectAccessible(page);
  await joy.getByRole('button', { name: 'Jatka' }).click();
  await expect(page.getByText('1 täysi rivi')).toBeVisible();
  await expect(page.getByText('Sinulla on arpa')).toBeVisible();

  await page.getByRole('button', { name: ': Eero' }).click();
  await page.getByRole('link', { name: 'Avaa kohtaaminen' }).click();
  await page.getByRole('button', { name: 'Siirrä toiseen ruutuun' }).click();
  await page.locator('main li button').filter({ hasText: prompts[7]! }).click();
  await page.goto(`/me/${maija.id}`);
  await expect(page.getByText('Ei vielä täyttä riviä')).toBeVisible();
  await page.getByRole('button', { name: ': Eero' }).click();
  await page.getByRole('button', { name: 'Ota merkintä pois' }).click();
  await expect(page.getByRole('button', { name: ': Eero' })).toHaveCount(0);

  await page.getByRole('button', { name: new RegExp(prompts[1]!) }).click();
  await expect(page.getByText('Aloita vaikka näin')).toBeVisible();
});

test('a badge read with the phone’s own camera goes on after a click; a stranger learns nothing', async ({
  browser,
  hillo,
}) => {
  const room = await aRoom(hillo);
  const maija = await room.guest('Maija', 'association');
  const ville = await room.guest('Ville', 'company');
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await page.goto(`/b/${ville.badge}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Emme tunne tätä puhelinta');
  await expect(page.locator('body')).not.toContainText(/Ville|Lapset ja perheet/);
  await expectAccessible(page);
  await page.getByLabel('Sähköpostiosoitteesi').fill('kuka@example.org');
  await page.getByRole('button', { name: 'Lähetä linkkini uudelleen' }).click();
  await expect(page.getByText('Jos osoite on mukana illassa')).toBeVisible();
  await page.close();

  // The own page opens on this phone: the badge has waited.
  const own = await maija.open(stranger);
  await own.getByRole('button', { name: 'Merkitse kohtaaminen' }).click();
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Ville');
  await own.goto(`/b/${ville.badge}`);
  await expect(own.getByText('Olet Maija')).toBeVisible();
  await own.getByRole('button', { name: 'Merkitse kohtaaminen' }).click();
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Ville');
  await stranger.close();
});
