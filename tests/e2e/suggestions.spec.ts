import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/e2e.js';
import { LiveEvening } from '../support/live-evening.js';

test('whom to meet: allowed, found with the reason, put aside, met, turned off', async ({
  browser,
  hillo,
}) => {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija', {
    affiliation: 'Kylät ry',
    offers: 'Digitukea. Vapaaehtoisia vanhustyöhön',
  });
  const ville = await evening.guest('Ville', { sector: 'municipality', affiliation: 'Esimerkkilä' });
  const open = async (guest: typeof maija) => {
    const context = await browser.newContext();
    await hillo.signIn(context, guest.grant);
    const page = await context.newPage();
    await page.goto(`/me/${guest.id}`);
    await page.getByRole('link', { name: 'Keitä kannattaa tavata' }).click();
    await expect(page.getByRole('heading', { name: 'Keitä kannattaa tavata', level: 1 })).toBeVisible();
    return page;
  };

  const maijas = await open(maija);
  await maijas.getByRole('button', { name: 'Minua saa ehdottaa' }).click();
  await expect(maijas.getByText(/^Saa\. Muut näkevät etunimesi/)).toBeVisible();

  const villes = await open(ville);
  await expect(villes.getByText('Kerro ensin, mitä tarjoat tai etsit')).toBeVisible();
  await villes.getByRole('link', { name: 'Kirjoita omalla sivulla' }).click();
  await expect(villes.getByRole('heading', { name: 'Hei Ville' })).toBeVisible();
  await villes.getByText('Omat tiedot').click();
  await villes.locator('#needs').fill('Uusia vapaaehtoisia');
  await expect(villes.getByRole('checkbox', { name: /Muille osallistujille saa kertoa/ })).not.toBeChecked();
  await villes.getByRole('button', { name: 'Tallenna' }).first().click();
  await expect(villes.getByText('Muutokset on tallennettu.')).toBeVisible();
  await villes.getByRole('link', { name: 'Keitä kannattaa tavata' }).click();

  const found = villes.getByRole('heading', { name: 'Maija', level: 2 });
  await expect(found).toBeVisible();
  await expect(villes.getByText('Maija tarjoaa: ”Vapaaehtoisia vanhustyöhön”. Kysy siitä.')).toBeVisible();
  await expect(villes.getByText('Itse etsit: ”Uusia vapaaehtoisia”')).toBeVisible();
  await expectAccessible(villes);
  await expectNoSidewaysScroll(villes);

  await villes.getByRole('button', { name: 'Ei nyt: Maija' }).click();
  await expect(villes.getByText('Maija on siirretty sivuun.')).toBeVisible();
  await expect(found).toBeHidden();
  await villes.getByRole('button', { name: 'Näytä taas 1 sivuun siirretty' }).click();
  await expect(found).toBeVisible();

  await villes.getByRole('button', { name: 'En halua ehdotuksia' }).click();
  await expect(villes.getByText('Ehdotukset ovat pois päältä')).toBeVisible();
  await villes.getByRole('button', { name: 'Näytä ehdotuksia' }).click();
  await expect(found).toBeVisible();

  // They meet: the open page hears it by its own stream.
  await maija.phone.post(`/api/me/${maija.id}/encounters`, { who: { by: 'code', code: ville.code } });
  await expect(found).toBeHidden();
  await expect(villes.getByText('Juuri nyt ei ole uusia ehdotuksia')).toBeVisible();
  await maijas.context().close();
  await villes.context().close();
});

test.describe('without network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the people suggested last are still there', async ({ page, context, hillo }) => {
    const evening = await LiveEvening.open(hillo);
    const ville = await evening.guest('Ville', { sector: 'municipality', needs: 'Uusia vapaaehtoisia' });
    await evening.guest('Maija', { offers: 'Vapaaehtoisia vanhustyöhön', offers_may_be_told: true });
    await hillo.signIn(context, ville.grant);
    await page.goto(`/me/${ville.id}/suggestions`);
    const found = page.getByRole('heading', { name: 'Maija', level: 2 });
    await expect(found).toBeVisible();
    await expect
      .poll(() =>
        page.evaluate(
          async () => (await caches.match('/me')) !== undefined && !!navigator.serviceWorker.controller,
        ),
      )
      .toBe(true);
    await context.setOffline(true);
    await page.reload();
    await expect(found).toBeVisible();
  });
});
