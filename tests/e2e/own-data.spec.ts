import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/e2e.js';
import { mailedCode } from '../support/mailed-code.js';

test('another address: a code from the old one, a press on the link at the new one', async ({
  page,
  context,
  hillo,
}) => {
  const { fixtures, pool, tokens } = hillo;
  const evening = await fixtures.evening(await fixtures.organisation(), {
    starts_at: new Date(Date.now() + 5 * 86_400_000),
    ends_at: new Date(Date.now() + 5.1 * 86_400_000),
  });
  const maija = await fixtures.registration(evening, { first_name: 'Maija', email: 'vanha@example.org' });
  await hillo.signIn(context, { kind: 'attendee', subjectId: maija, eveningId: evening, role: null });
  await page.goto(`/me/${maija}`);
  await page.getByText('Sähköpostiosoite', { exact: true }).click();
  await expect(page.getByText('Osoitteesi on vanha@example.org.')).toBeVisible();
  const address = page.getByLabel('Uusi sähköpostiosoite');
  await address.fill('uusi@example.org');
  await page.getByRole('button', { name: 'Lähetä linkki' }).click();

  const code = page.getByRole('dialog').getByLabel('Koodi sähköpostista');
  await expect(page.getByText(/^Lähetimme kuusi numeroa osoitteeseen v…@example\.org/)).toBeVisible();
  // Giving up keeps what was typed.
  await page.getByRole('dialog').getByRole('button', { name: 'Peruuta' }).click();
  await expect(address).toHaveValue('uusi@example.org');
  await page.getByRole('button', { name: 'Lähetä linkki' }).click();
  await code.fill(await mailedCode(hillo, maija));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Lähetimme linkin osoitteeseen uusi@example\.org/)).toBeVisible();
  await expect(page.getByText('Osoitteesi on vanha@example.org.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const { rows } = await pool.query('SELECT id FROM email_changes WHERE registration_id = $1', [maija]);
  await page.goto(`/m/${tokens.derive('email-change', rows[0].id, 1)}`);
  await page.getByRole('button', { name: 'Tämä on osoitteeni' }).click();
  await expect(page.getByRole('heading', { name: 'Osoite on vaihdettu' })).toBeVisible();
  await page.goto(`/me/${maija}`);
  await page.getByText('Sähköpostiosoite', { exact: true }).click();
  await expect(page.getByText('Osoitteesi on uusi@example.org.')).toBeVisible();
});

test('delete my data: what it means, a code, and then nothing opens any more', async ({
  page,
  context,
  hillo,
}) => {
  const { fixtures } = hillo;
  const evening = await fixtures.evening(await fixtures.organisation());
  const maija = await fixtures.registration(evening, { first_name: 'Maija', email: 'maija@example.org' });
  await hillo.signIn(context, { kind: 'attendee', subjectId: maija, eveningId: evening, role: null });
  await page.goto(`/me/${maija}`);
  await page.locator('summary', { hasText: 'Poista tietoni' }).click();
  await expect(page.getByText(/^Muiden kohtaamisiin jää/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Poista tietoni' }).click();
  await page.getByRole('button', { name: 'Poista pysyvästi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vahvista, että se olet sinä' });
  await expect(dialog.getByText(/^Lähetimme kuusi numeroa/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Koodi sähköpostista').fill(await mailedCode(hillo, maija));
  await dialog.getByRole('button', { name: 'Vahvista' }).click();
  await expect(page.getByRole('heading', { name: 'Tietosi on poistettu' })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/p/${hillo.tokens.derive('personal', maija, 1)}`);
  await expect(page.getByText('Linkki ei toimi')).toBeVisible();
  const { rowCount } = await hillo.pool.query('SELECT 1 FROM registrations WHERE id = $1', [maija]);
  expect(rowCount).toBe(0);
});
