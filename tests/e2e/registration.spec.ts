import { type BrowserContext } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';

type Hillo = Parameters<Parameters<typeof test>[2]>[0]['hillo'];

/** A published evening in two days, of an organisation of its own. */
async function anEvening({ fixtures }: Hillo, columns: object = {}) {
  const organisation = await fixtures.organisation('Esimerkkiverkosto');
  const start = Date.now() + 3 * 24 * 3_600_000;
  const slug = `ilta-${organisation.slice(-8)}`;
  const id = await fixtures.evening(organisation, {
    slug,
    theme: 'Lapset ja perheet',
    theme_key: 'children-and-families',
    description: 'Tule tapaamaan perheiden kanssa toimivia.\nKahvia on kaikille.',
    capacity: 40,
    starts_at: new Date(start),
    ends_at: new Date(start + 3 * 3_600_000),
    ...columns,
  });
  return { organisation, id, slug };
}

async function asMember(
  hillo: Hillo,
  context: BrowserContext,
  organisation: string,
  role: 'organiser' | 'access-host',
) {
  const { accountId } = await hillo.fixtures.member(organisation, [role]);
  await hillo.signIn(context, { kind: 'account', subjectId: accountId, eveningId: null, role: null });
}

async function fillForm(page: Page, name: string): Promise<void> {
  await page.getByLabel('Etunimi').first().fill(name);
  await page
    .getByRole('textbox', { name: /^Sähköposti/ })
    .first()
    .fill('maija@example.org');
  await page.getByRole('radio', { name: /Järjestö/ }).check();
  await page.getByRole('checkbox', { name: /Olen lukenut/ }).check();
}

test('somebody finds the evening, registers, opens the own page, and cancels', async ({ hillo, page }) => {
  const { slug } = await anEvening(hillo);
  await page.goto(`/e/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lapset ja perheet');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const send = page.getByRole('button', { name: 'Ilmoittaudu', exact: true });
  await page.getByLabel('Etunimi').first().fill('Maija');
  await page.getByRole('checkbox', { name: /Olen lukenut/ }).check();
  await send.click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Etunimi').first()).toHaveValue('Maija');

  await fillForm(page, 'Maija');
  await page.getByRole('button', { name: 'Lisää tukihenkilö' }).click();
  await page.getByLabel('Tukihenkilön etunimi').fill('Taika');
  await send.click();
  await expect(page.getByRole('heading', { name: 'Tervetuloa, Maija!' })).toBeFocused();
  await expect(page.getByRole('img', { name: 'Rintamerkin QR-koodi' })).toHaveCount(2);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Avaa oma sivu' }).click();
  await page.getByRole('button', { name: 'Jatka: olen Maija' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hei Maija');
  expect(page.url()).toMatch(/\/me\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Olet mukana')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByText('Omat tiedot').click();
  const details = page.locator('details', { hasText: 'Omat tiedot' });
  await details.getByLabel('Taustayhteisö').fill('Esimerkkiyhdistys ry');
  await details.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Muutokset on tallennettu.')).toBeVisible();

  await page.getByRole('button', { name: 'En pääse tulemaan' }).click();
  await page.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await expect(page.getByText('Ilmoittautumisesi on peruttu')).toBeVisible();
});

test('a full evening says so kindly and puts people in the queue', async ({ hillo, page }) => {
  const { id, slug } = await anEvening(hillo, { capacity: 1 });
  await hillo.fixtures.registration(id);
  await page.goto(`/e/${slug}?lang=fi-selko`);
  await expect(page.getByText('Ilta on nyt täynnä')).toBeVisible();
  await page.getByLabel('Etunimi').first().fill('Eino');
  await page
    .getByRole('textbox', { name: /^Sähköposti/ })
    .first()
    .fill('eino@example.org');
  await page.getByRole('radio', { name: /Asukas/ }).check();
  await page.getByRole('checkbox', { name: /Olen lukenut/ }).check();
  await page.getByRole('button', { name: 'Ilmoittaudu jonoon' }).click();
  await expect(page.getByRole('heading', { name: 'Olet jonossa, Eino' })).toBeVisible();
});

test('the organiser sees who is coming, adds somebody and cancels somebody', async ({
  hillo,
  page,
  context,
}) => {
  const { organisation, id } = await anEvening(hillo);
  await hillo.fixtures.registration(id, { first_name: 'Aino', last_name: 'Mäkelä' });
  await hillo.fixtures.registration(id, { first_name: 'Eino', last_name: 'Virtanen', sector: 'company' });
  await asMember(hillo, context, organisation, 'organiser');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/organiser/evenings/${id}/coming`);
  await expect(page.getByText('2 mukana')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Lisää ilmoittautuminen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Miten sovittu').fill('puhelimessa');
  await dialog.getByLabel('Etunimi').fill('Soile');
  await dialog.getByRole('radio', { name: /Asukas/ }).check();
  await dialog.getByRole('button', { name: 'Lisää', exact: true }).click();
  await expect(page.getByText('Soile on lisätty.')).toBeVisible();
  await expect(page.getByText('3 mukana')).toBeVisible();

  await page.getByLabel('Etsi nimellä tai yhteisöllä').fill('makela');
  await expect(page.getByRole('row', { name: /Eino/ })).toHaveCount(0);
  await page.getByRole('row', { name: /Aino/ }).getByRole('button', { name: 'Muuta' }).click();
  await dialog.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await page.getByRole('button', { name: 'Vahvista' }).click();
  await expect(page.getByRole('row', { name: /Aino/ }).getByText('Peruttu')).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('the access host reads a need on purpose and tells that it cannot be arranged', async ({
  hillo,
  page,
  context,
}) => {
  const { organisation, slug, id } = await anEvening(hillo);
  await page.goto(`/e/${slug}`);
  await fillForm(page, 'Maija');
  await page.getByLabel('Esteettömyystarpeet').fill('Viittomakielen tulkki');
  await page.getByRole('checkbox', { name: /Suostun/ }).check();
  await page.getByRole('button', { name: 'Ilmoittaudu', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Tervetuloa, Maija!' })).toBeVisible();

  await asMember(hillo, context, organisation, 'access-host');
  await page.goto(`/organiser/evenings/${id}/access-needs`);
  await expect(page.getByRole('heading', { name: 'Maija' })).toBeVisible();
  await expect(page.getByText('Viittomakielen tulkki')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lue, mitä tarvitaan' }).click();
  await expect(page.getByText('Viittomakielen tulkki')).toBeVisible();
  await page.getByRole('button', { name: 'Ei voida järjestää' }).click();
  await page.getByRole('button', { name: 'Kerroin henkilölle itse' }).click();
  await expect(page.getByText(/^Kerrottu/)).toBeVisible();
});
