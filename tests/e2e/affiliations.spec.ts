import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  type Hillo,
  type Page,
  test,
} from '../support/e2e.js';
import { Keyboard } from '../support/keyboard.js';

const DAY = 24 * 3_600_000;
const LINES = [
  'Nimi;Taho;Kunta',
  'Järvenpään mielen tuki ry;Järjestö;Järvenpää',
  'Mielenvire ry;Yhdistys;Hyvinkää',
  'Tuusulan seurakunta, diakonia;Kirkko;Tuusula',
].join('\n');

async function ground(hillo: Hillo) {
  const organisation = await hillo.fixtures.organisation('Kumppaniverkosto');
  const { accountId, browser } = await hillo.fixtures.member(organisation, ['organiser']);
  const slug = `yhteisot-${organisation}`;
  const starts_at = new Date(Date.now() + 3 * DAY);
  const evening = await hillo.fixtures.evening(organisation, {
    slug,
    starts_at,
    ends_at: new Date(starts_at.getTime() + DAY / 8),
  });
  const grant = { kind: 'account', subjectId: accountId, eveningId: null, role: null } as const;
  return { organisation, evening, slug, desk: browser, grant };
}

const suggested = (page: Page) => page.getByRole('listbox', { name: 'Ehdotukset' }).getByRole('option');

test('an organiser pastes a list, mends the line that failed, corrects one and takes one out of use', async ({
  hillo,
  page,
  context,
}) => {
  const { organisation, grant } = await ground(hillo);
  await hillo.signIn(context, grant);
  await page.goto(`/organiser/${organisation}`);
  await page.getByRole('link', { name: 'Taustayhteisöt' }).click();
  await expect(page.getByText('Luettelo on vielä tyhjä')).toBeVisible();
  await page.getByRole('button', { name: 'Tuo rivit' }).click();
  await expect(page.getByRole('alert')).toContainText('Liitä ensin rivit.');
  await page.getByLabel('Luettelon rivit').fill(LINES);
  await page.getByRole('button', { name: 'Tuo rivit' }).click();

  await expect(page.getByText('2 yhteisöä on nyt luettelossa.')).toBeVisible();
  const faulty = page.getByLabel('Rivi 4');
  await expect(faulty).toHaveValue('Tuusulan seurakunta, diakonia;Kirkko;Tuusula');
  await expect(faulty).toHaveAccessibleDescription(/Tahoa ei tunnistettu/);
  await expectAccessible(page);
  await faulty.fill('Tuusulan seurakunta, diakonia;Seurakunta;Tuusula');
  await page.getByRole('button', { name: 'Tuo korjatut rivit' }).click();
  await expect(page.getByText('Luettelossa 3 yhteisöä')).toBeVisible();

  await page.getByLabel('Hae nimellä tai kunnalla').fill('hyvinkaa');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Muuta: Mielenvire ry' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Yhteisön nimi').fill('Hyvinkään mielenvire ry');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await page.getByRole('button', { name: 'Muuta: Hyvinkään mielenvire ry' }).click();
  await dialog.getByRole('button', { name: 'Poista käytöstä' }).click();
  await expect(page.getByText('Haulla ei löytynyt yhteisöjä')).toBeVisible();
  await page.getByLabel('Näytä käytöstä poistetut (1)').check();
  await expect(page.getByRole('button', { name: 'Muuta: Hyvinkään mielenvire ry' })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('a file in the old letters of a spreadsheet is read right', async ({ hillo, page, context }) => {
  const { organisation, grant } = await ground(hillo);
  await hillo.signIn(context, grant);
  await page.goto(`/organiser/${organisation}/affiliations`);
  await page.getByLabel('Tai valitse tiedosto').setInputFiles({
    name: 'yhteisot.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Äänekkäät äijät ry;Järjestö;Mäntsälä\r\n', 'latin1'),
  });
  await expect(page.getByLabel('Luettelon rivit')).toHaveValue(/Äänekkäät äijät ry;Järjestö;Mäntsälä/);
  await page.getByRole('button', { name: 'Tuo rivit' }).click();
  await expect(page.getByRole('rowheader', { name: 'Äänekkäät äijät ry' })).toBeVisible();
});

test('the form suggests by keys and by touch, tells the sector, and takes what is on no list', async ({
  hillo,
  page,
}) => {
  const { organisation, slug, desk } = await ground(hillo);
  await desk.post(`/api/organisations/${organisation}/affiliations/import`, { lines: LINES.split('\n') });
  await page.goto(`/e/${slug}`);
  const field = page.getByRole('combobox', { name: /Taustayhteisö/ });
  const options = suggested(page);
  const keys = new Keyboard(page);
  await keys.write(field, 'MIEL');
  await expect(options).toHaveText(['Mielenvire ryHyvinkää', 'Järvenpään mielen tuki ryJärvenpää']);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('2 ehdotusta kentän alla')).toBeAttached();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await options.nth(1).getAttribute('id')) ?? '-',
  );
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Järvenpään mielen tuki ry');
  await expect(options).toHaveCount(0);
  await expect(page.getByRole('radio', { name: /Järjestö/ })).toBeChecked();

  // A sector chosen by the person stays; Escape and other words are a free choice.
  await page.getByRole('radio', { name: /Kokemusasiantuntija/ }).check();
  await field.fill('mielenv');
  await options.first().click();
  await expect(field).toHaveValue('Mielenvire ry');
  await expect(page.getByRole('radio', { name: /Kokemusasiantuntija/ })).toBeChecked();
  await field.fill('Mielikin');
  await expect(options).toHaveCount(0);
  await field.fill('Miel');
  await expect(options).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(field).toHaveValue('Miel');
});

test('without suggestions the field is a plain one, and the form is sent all the same', async ({
  hillo,
  page,
}) => {
  const { slug } = await ground(hillo);
  await page.route('**/affiliations?*', (route) => route.abort());
  await page.goto(`/e/${slug}`);
  await page.getByLabel('Etunimi').first().fill('Aino');
  const email = page.getByRole('textbox', { name: /^Sähköposti/ }).first();
  await email.fill('aino@example.org');
  const asked = page.waitForEvent('requestfailed');
  await page.getByRole('combobox', { name: /Taustayhteisö/ }).fill('Oma ryhmämme');
  await asked;
  await page.getByRole('radio', { name: /Asukas/ }).check();
  await page.getByRole('checkbox', { name: /Olen lukenut/ }).check();
  await page.getByRole('button', { name: 'Ilmoittaudu', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Tervetuloa, Aino!' })).toBeVisible();
});

test('the door and the organiser by hand choose from the same list', async ({ hillo, page, context }) => {
  const { organisation, evening, desk, grant } = await ground(hillo);
  await desk.post(`/api/organisations/${organisation}/affiliations/import`, { lines: LINES.split('\n') });
  await hillo.signIn(context, grant);
  await page.goto(`/door/${evening}/walk-in`);
  await page.getByRole('combobox', { name: /yhteisö/i }).fill('tuki');
  await suggested(page).filter({ hasText: 'Järvenpään mielen tuki ry' }).click();
  await expect(page.locator('#sector')).toHaveValue('association');

  await page.goto(`/organiser/evenings/${evening}/coming`);
  await page.getByRole('button', { name: 'Lisää ilmoittautuminen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /Taustayhteisö/ }).fill('vire');
  await expect(suggested(page)).toHaveCount(0);
  await dialog.getByRole('combobox', { name: /Taustayhteisö/ }).fill('mielenv');
  await suggested(page).click();
  await expect(dialog.getByRole('radio', { name: /Järjestö/ })).toBeChecked();
  // Escape closes the list first, the dialog only after that.
  await dialog.getByRole('combobox', { name: /Taustayhteisö/ }).fill('miel');
  await expect(suggested(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(suggested(page)).toHaveCount(0);
  await expect(dialog).toBeVisible();
});
