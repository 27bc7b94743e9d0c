import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';
import { LiveEvening } from '../support/live-evening.js';

const line = (page: Page, name: RegExp) => page.getByRole('form', { name });

test('before: list, cards and reserves are printed from one page', async ({ page, context, hillo }) => {
  const evening = await LiveEvening.open(hillo);
  await evening.registered('Maija');
  await evening.registered('Ville');
  await evening.signIn(context, await evening.member('organiser'));
  const address = `/organiser/evenings/${evening.id}/print`;
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Paperit' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const file = async (name: string) => {
    const path = await page.getByRole('link', { name }).getAttribute('href');
    const reply = await page.request.get(path ?? '');
    expect(reply.headers()['content-type'], name).toBe('application/pdf');
    return path;
  };
  await file('Lataa lista (PDF)');

  await page.getByRole('radio', { name: 'Valituille' }).check();
  await page.getByLabel('Osa nimestä').fill('maij');
  await page.getByRole('button', { name: /Maija/ }).click();
  await expect(page.getByText('1 valittu')).toBeVisible();
  await page.getByLabel('Kieli').last().selectOption('fi-selko');
  await page.getByRole('button', { name: 'Tee laput' }).click();
  await expect(page.getByText('1 lappu on valmis.')).toBeVisible();
  expect(await file('Lataa laput (PDF)')).toMatch(/registrations=[0-9a-f-]{36}&language=fi-selko$/);

  await page.getByLabel('Montako tehdään lisää?').fill('monta');
  await page.getByRole('button', { name: 'Tee varalaput' }).click();
  await expect(page.getByLabel('Montako tehdään lisää?')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Montako tehdään lisää?').fill('8');
  await page.getByRole('button', { name: 'Tee varalaput' }).click();
  await expect(page.getByText('8 vapaata varalappua, yhteensä tehty 8.')).toBeVisible();
  await file('Lataa varanimilaput (PDF)');
  await page.getByRole('button', { name: 'Tee niiden bingolaput' }).click();
  await file('Lataa varabingolaput (PDF)');
  await expectAccessible(page);

  await page.goto(`/organiser/evenings/${evening.id}/squares`);
  await expect(page.getByText('Ensimmäinen bingolappu on jaettu.', { exact: false })).toBeVisible();
});

test('at the door: somebody new gets a badge that was printed ahead', async ({ page, context, hillo }) => {
  const evening = await LiveEvening.open(hillo);
  const organiser = await hillo.fixtures.browser(await evening.member('organiser'));
  await organiser.post(`/api/evenings/${evening.id}/reserves`, { count: 1 });
  const { rows } = await hillo.pool.query<{ code: string }>(
    'SELECT spoken_code AS code FROM badge_reserves WHERE evening_id = $1',
    [evening.id],
  );
  const code = rows[0]?.code ?? '';
  await evening.signIn(context, await evening.device('door'));
  await page.goto(`/door/${evening.id}/walk-in`);
  await page.getByLabel('Etunimi').fill('Aino');
  await page.getByLabel('Mistä tulee?').selectOption('resident');
  await page.getByRole('button', { name: 'Kirjaa sisään' }).click();
  await page.getByRole('button', { name: 'Liitä valmis nimilappu' }).click();
  const dialog = page.getByRole('dialog', { name: 'Valmis nimilappu: Aino' });
  await dialog.getByLabel('Nimilapun koodi').fill(`9${code.slice(1, 5)}${(Number(code[5]) + 1) % 10}`);
  await dialog.getByRole('button', { name: 'Liitä nimilappu' }).click();
  await expect(dialog.getByText('Koodissa on kirjoitusvirhe')).toBeVisible();
  await dialog.getByLabel('Nimilapun koodi').fill(` ${code.slice(0, 3)}-${code.slice(3)}`);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Liitä nimilappu' }).click();
  await expect(dialog.getByText('Aino käyttää nyt tätä nimilappua.')).toBeVisible();
  await expect(dialog.getByText(`${code.slice(0, 3)} ${code.slice(3)}`, { exact: true })).toBeVisible();
});

test('during: the host types a card in by keyboard; what is refused stays where it was typed', async ({
  page,
  context,
  hillo,
}) => {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  const ville = await evening.guest('Ville', { sector: 'company' });
  const aino = await evening.guest('Aino', { sector: 'company' });
  await evening.signIn(context, await evening.device('host'));
  await page.goto(`/host/${evening.id}/paper`);
  await page.getByLabel('Lapun koodi').pressSequentially(maija.code.replaceAll('0', 'O'));
  await expect(page.getByRole('heading', { name: 'Lappu: Maija' })).toBeVisible();
  await expect(line(page, /^Rivi 1:/).getByLabel('Tavatun koodi')).toBeFocused();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.keyboard.type(ville.code);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Yhteinen perheilta');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Varataan tila');
  await page.keyboard.press('Enter');
  await expect(line(page, /^Rivi 1:/).getByText('Ville on tallessa.')).toBeVisible();
  await expect(line(page, /^Rivi 2:/).getByLabel('Tavatun koodi')).toBeFocused();

  await page.keyboard.type(ville.code);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sovittiin vielä retki');
  await page.keyboard.press('Enter');
  const second = line(page, /^Rivi 2:/);
  await expect(second.getByRole('alert')).toBeVisible();
  await expect(second.getByLabel('Mistä sovittiin')).toHaveValue('Sovittiin vielä retki');
  await page.reload();
  await page.getByLabel('Lapun koodi').fill(maija.code);
  await expect(line(page, /^Rivi 1:/).getByText('täynnä')).toBeVisible();
  await expect(second.getByLabel('Mistä sovittiin')).toHaveValue('Sovittiin vielä retki');
  await second.getByLabel('Tavatun koodi').fill(ville.code);
  await second.getByRole('button', { name: 'Tallenna rivi' }).click();
  await second.getByRole('button', { name: 'Tallenna ilman ruutua' }).click();
  await expect(second.getByText('Ville oli jo tässä.')).toBeVisible();

  const extra = line(page, /^Ilman ruutua/);
  await extra.getByLabel('Tavatun koodi').fill(aino.code);
  await extra.getByRole('button', { name: 'Tallenna rivi' }).click();
  await expect(extra.getByText('Aino on tallessa.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Mukana arvonnassa' }).check();
  await expect(page.getByRole('checkbox', { name: 'Mukana arvonnassa' })).toBeChecked();
  await page.getByRole('button', { name: 'Seuraava lappu' }).click();
  await expect(page.getByLabel('Lapun koodi')).toBeFocused();

  const { body } = await maija.phone.get(`/api/me/${maija.id}/encounters`);
  const notes = body.encounters.map(({ ownNote }: { ownNote: { agreed: string } }) => ownNote.agreed);
  expect(notes.toSorted()).toEqual(['', 'Yhteinen perheilta\nSovittiin vielä retki']);
  const phone = await context.browser()?.newContext();
  if (!phone) throw new Error('The browser is gone');
  await evening.signIn(phone, maija.grant);
  const own = await phone.newPage();
  const met = body.encounters.find(
    ({ other }: { other: { firstName: string } }) => other.firstName === 'Ville',
  );
  await own.goto(`/me/${maija.id}/met/${met.id}`);
  await expect(own.getByText('Tämän kirjasi paperilapulta Vapaaehtoinen.')).toBeVisible();
  await phone.close();
});

test('a support person types in the card of the one they came with', async ({ page, context, hillo }) => {
  const evening = await LiveEvening.open(hillo);
  const onni = await evening.guest('Onni', { sector: 'resident' });
  const ville = await evening.guest('Ville', { sector: 'company' });
  const taika = await evening.guest('Taika', {
    kind: 'support',
    plays: false,
    accompanies_id: onni.id,
    sector: 'resident',
  });
  await evening.signIn(context, taika.grant);
  await page.goto(`/me/${taika.id}`);
  await page.getByRole('link', { name: 'Kirjaa tukemasi ihmisen paperilappu' }).click();
  await expect(page.getByRole('heading', { name: 'Lappu: Onni' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const first = line(page, /^Rivi 1:/);
  await first.getByLabel('Tavatun koodi').fill(ville.code);
  await first.getByLabel('Mistä sovittiin').fill('Käynti leipomossa');
  await first.getByLabel('Mistä sovittiin').press('Enter');
  await expect(first.getByText('Ville on tallessa.')).toBeVisible();
  const { body } = await onni.phone.get(`/api/me/${onni.id}/encounters`);
  expect(body.encounters).toMatchObject([{ enteredBy: 'Taika', ownNote: { agreed: 'Käynti leipomossa' } }]);
});
