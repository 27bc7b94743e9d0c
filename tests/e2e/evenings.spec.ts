import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newId } from '@hillo/server/platform/clock';
import { TEST_KEYS } from '../support/keys.js';
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';

const INVITE = fileURLToPath(new URL('../../server/dist/invite.js', import.meta.url));

type Hillo = Parameters<Parameters<typeof test>[2]>[0]['hillo'];

/** An organiser of a new organisation, who reads mail at an address of their own. */
async function organiser(hillo: Hillo) {
  const organisation = await hillo.fixtures.organisation('Kumppaniverkosto');
  const accountId = newId();
  const email = `jarjestaja-${accountId}@example.org`;
  const now = new Date();
  await hillo.fixtures.insert('accounts', { id: accountId, email, name: 'Aino Järjestäjä', created_at: now });
  await hillo.fixtures.insert('members', {
    id: newId(),
    organisation_id: organisation,
    account_id: accountId,
    roles: ['organiser'],
    created_at: now,
  });
  const signIn = (page: Page) =>
    hillo.signIn(page.context(), { kind: 'account', subjectId: accountId, eveningId: null, role: null });
  return { organisation, accountId, email, signIn };
}

/** The link of this kind in the newest mail to an address, as `/dev/mail` shows it. */
async function mailedLink(page: Page, email: string, kind: string): Promise<string> {
  const find = async () => {
    const list = await (await page.request.get('/dev/mail')).text();
    const entry = list.split('<li>').find((item) => item.includes(email));
    const path = /href="([^"]+)"/.exec(entry ?? '')?.[1];
    if (path === undefined) return '';
    const mail = await (await page.request.get(path)).text();
    return new RegExp(`href="[^"]*(/${kind}/[A-Z2-7]{26})"`).exec(mail)?.[1] ?? '';
  };
  await expect.poll(find).not.toBe('');
  return find();
}

test('an organiser signs in by mail, publishes an evening in two minutes and moves it', async ({
  page,
  hillo,
}) => {
  const { email } = await organiser(hillo);
  await page.goto('/organiser');
  await page.getByLabel('Sähköpostiosoite').fill(email);
  await page.getByRole('button', { name: 'Lähetä linkki' }).click();
  await expect(page.getByText('Katso sähköpostisi')).toBeVisible();
  await expectAccessible(page);

  const link = await mailedLink(page, email, 's');
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Kirjaudu sisään' })).toBeVisible();
  expect((await (await page.request.get('/api/session')).json()).account).toBeNull();
  await page.getByRole('button', { name: 'Kirjaudu sisään' }).click();
  await expect(page.getByText('Ensimmäinen ilta odottaa')).toBeVisible();
  expect(page.url()).not.toContain('/s/');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Uusi ilta' }).click();
  await page.getByRole('button', { name: 'Tee ilta' }).click();
  await expect(page.getByRole('alert')).toContainText('Valitse teema');
  await expectAccessible(page);
  await page.getByLabel('Teema').selectOption({ label: 'Lapset ja perheet' });
  await page.getByLabel('Päivä').fill('2027-02-04');
  await page.getByLabel('Alkaa').fill('10:00');
  await expect(page.getByText('Tämä on työaikaa')).toBeVisible();
  await page.getByLabel('Alkaa').fill('17:00');
  await expect(page.getByText('Tämä on työaikaa')).toBeHidden();
  await page.getByLabel('Paikka').fill('Kylätalo');
  await page.reload();
  await expect(page.getByLabel('Paikka')).toHaveValue('Kylätalo');
  await page.getByRole('button', { name: 'Tee ilta' }).click();
  await page.getByRole('button', { name: 'Julkaise ilta' }).click();
  await expect(page.getByText('Ilta on julkaistu')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: 'Illan sivu: Yleiskuva' }).click();
  await page.getByRole('link', { name: 'Teema, aika ja paikka' }).click();
  await page.getByLabel('Paikka').fill('Kirjasto');
  await expect(page.getByText('Tallentamattomia muutoksia')).toBeVisible();
  await page.getByRole('button', { name: 'Tallenna' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('del')).toHaveText('Kylätalo');
  await expect(dialog.locator('ins')).toHaveText('Kirjasto');
  await expectAccessible(page);
  await dialog.getByLabel('Omat sanasi viestiin').fill('Sali vaihtui.');
  await dialog.getByRole('button', { name: 'Tallenna ja lähetä viesti' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Tallennettu')).toBeVisible();
});

test('a night on which clocks move is asked about, kindly', async ({ page, hillo }) => {
  const { organisation, signIn } = await organiser(hillo);
  await signIn(page);
  await page.goto(`/organiser/${organisation}/new`);
  await page.getByLabel('Teema').selectOption({ label: 'Ikääntyneet' });
  await page.getByLabel('Päivä').fill('2027-03-28');
  await page.getByLabel('Alkaa').fill('03:30');
  await page.getByLabel('Päättyy').fill('06:00');
  await page.getByRole('button', { name: 'Siirrä aikaan 04.30' }).click();
  await expect(page.getByLabel('Alkaa')).toHaveValue('04:30');
  await page.getByLabel('Päivä').fill('2027-10-31');
  await page.getByLabel('Alkaa').fill('03:30');
  await page.getByLabel('Paikka').fill('Kylätalo');
  await page.getByRole('button', { name: 'Tee ilta' }).click();
  await expect(page.getByRole('alert')).toContainText('Valitse, kumpaa aikaa tarkoitat');
  await page.getByLabel('Toista kertaa').check();
  await page.getByRole('button', { name: 'Tee ilta' }).click();
  await expect(page.getByText('Julkaise ilta').first()).toBeVisible();
});

test('the pages of an evening are planned, copied and called off', async ({ page, hillo }) => {
  const { organisation, signIn } = await organiser(hillo);
  const evening = await hillo.fixtures.evening(organisation, {
    starts_at: '2027-02-04T15:00:00Z',
    ends_at: '2027-02-04T18:00:00Z',
  });
  await signIn(page);
  const base = `/organiser/evenings/${evening}`;
  await page.goto(`${base}/programme`);
  await page.getByRole('button', { name: 'Lisää kohta' }).click();
  await page.getByLabel('Vahvistettu').check();
  await page.getByLabel('Päättyy').fill('2027-02-04T16:00');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('alert')).toContainText('päättyy ennen kuin se alkaa');
  await page.getByLabel('Päättyy').fill('2027-02-04T17:30');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Tallennettu')).toBeVisible();
  for (const part of ['', '/texts', '/venue', '/registration', '/crew', '/copy', '/programme', '/time']) {
    await page.goto(base + part);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await page.goto(`${base}/copy`);
  await page.getByLabel('Uusi päivä').fill('2027-03-04');
  await page.getByRole('button', { name: 'Tee uusi ilta' }).click();
  await expect(page.getByLabel('Päivä')).toHaveValue('2027-03-04');
  await page.goto(`${base}/cancel`);
  await page.getByRole('button', { name: 'Katso, mitä lähetetään' }).click();
  await page.getByRole('button', { name: 'Peru ilta ja lähetä viesti' }).click();
  await expect(page.getByText('Peruttu', { exact: true }).first()).toBeVisible();
});

test('the public page reads without JavaScript', async ({ browser, hillo }) => {
  const { organisation } = await organiser(hillo);
  const evening = await hillo.fixtures.evening(organisation, {
    title: 'Yhdessä <perheille>',
    can_do: 'Tavata',
    cannot_do: 'Ratkaista kaikkea',
    venue_features: JSON.stringify({ 'step-free': true }),
  });
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fi-FI' });
  const page = await context.newPage();
  await page.goto(`${hillo.url}/e/ilta-${evening}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yhdessä <perheille>');
  for (const words of ['3 tuntia', 'Kylätalo', 'Sisään pääsee esteettömästi', 'Tavata', 'Ratkaista kaikkea'])
    await expect(page.getByText(words).first()).toBeVisible();
  const head = (selector: string) => page.locator(selector).getAttribute('content');
  expect(await head('meta[property="og:title"]')).toBe('Yhdessä <perheille>');
  expect(await head('meta[property="og:image"]')).toBe(
    `${hillo.url}/api/public/evenings/ilta-${evening}/share-image`,
  );
  const json = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(json ?? '')).toMatchObject({ '@type': 'Event', name: 'Yhdessä <perheille>' });
  await page.goto(`${hillo.url}/e/ilta-${evening}?lang=sv`);
  await expect(page.getByText('3 timmar')).toBeVisible();
  await context.close();
});

test('a passkey signs in without a mail', async ({ page, hillo }) => {
  const { organisation, signIn } = await organiser(hillo);
  await signIn(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.goto('/organiser/account');
  await page.getByLabel('Uuden avaimen nimi').fill('Oma puhelin');
  await page.getByRole('button', { name: 'Tee pääsyavain' }).click();
  await expect(page.getByRole('rowheader', { name: 'Oma puhelin' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page).toHaveURL('/');
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page).toHaveURL(`/organiser/${organisation}`);
});

test('a member is invited, joins after a click, and is seen', async ({ page, browser, hillo }) => {
  const { organisation, signIn } = await organiser(hillo);
  await signIn(page);
  await page.goto(`/organiser/${organisation}/members`);
  const email = `uusi-${newId()}@example.org`;
  await page.getByLabel('Sähköpostiosoite').fill(email);
  await page.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect(page.getByText(`Kutsu lähti osoitteeseen ${email}.`)).toBeVisible();
  await expectAccessible(page);
  const context = await browser.newContext({ baseURL: hillo.url, locale: 'fi-FI' });
  const other = await context.newPage();
  await other.goto(await mailedLink(other, email, 'i'));
  await expect(other.getByRole('heading', { name: 'Kumppaniverkosto' })).toBeVisible();
  await expectAccessible(other);
  await other.getByLabel('Nimesi').fill('Otto Uusi');
  await other.getByRole('button', { name: 'Liity mukaan' }).click();
  await expect(other).toHaveURL(`/organiser/${organisation}`);
  await context.close();
  await page.reload();
  await page.getByRole('button', { name: 'Muuta jäsenen Otto Uusi tehtäviä' }).click();
  await page.getByRole('button', { name: 'Poista jäsen' }).click();
  await expect(page.getByRole('rowheader', { name: 'Otto Uusi' })).toBeHidden();
});

test('a crew QR is shown with its time, and the device that took it can be revoked', async ({
  page,
  hillo,
}) => {
  const { organisation, signIn } = await organiser(hillo);
  const evening = await hillo.fixtures.evening(organisation, {
    starts_at: new Date(Date.now() + 3_600_000),
    ends_at: new Date(Date.now() + 4 * 3_600_000),
  });
  await hillo.fixtures.device(evening, 'door');
  await signIn(page);
  await page.goto(`/organiser/evenings/${evening}/crew`);
  await page.getByRole('button', { name: 'Näytä oven koodi' }).click();
  await expect(page.getByRole('timer')).toContainText(/1[45] min/);
  await expect(page.getByRole('img', { name: 'QR-koodi, jolla puhelimesta tulee ovi' })).toBeVisible();
  await page.getByRole('button', { name: 'Poista käytöstä: Vapaaehtoinen' }).click();
  await expect(page.getByText('Laitteita ei vielä ole')).toBeVisible();
});

test('the first organiser is invited from the command line, by mail only', async ({ page, hillo }) => {
  const email = `eka-${newId()}@example.org`;
  const invite = (...more: string[]) =>
    spawnSync(process.execPath, [INVITE, '--email', email, '--organisation', 'Uusi verkosto', ...more], {
      encoding: 'utf8',
      env: {
        ...process.env,
        ...TEST_KEYS,
        NODE_OPTIONS: '',
        NODE_ENV: 'test',
        PUBLIC_URL: hillo.url,
        DATABASE_URL: process.env['HILLO_E2E_DATABASE'],
      },
    });
  const unknown = invite('--language', 'de');
  expect([unknown.status, unknown.stdout]).toEqual([1, '']);
  expect(unknown.stderr).toContain('--language fi|sv|en|fi-selko');
  const run = invite('--language', 'sv');
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('Uusi verkosto');
  expect(run.stdout).not.toMatch(/[A-Z2-7]{26}/);
  await page.goto(await mailedLink(page, email, 'i'));
  await expect(page.getByRole('heading', { name: 'Uusi verkosto' })).toBeVisible();
});
