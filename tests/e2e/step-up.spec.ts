import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/e2e.js';
import { mailedCode } from '../support/mailed-code.js';
import { MeetingsGround } from '../support/meetings-ground.js';

test('contacts as a file: a code from the mail, then the download goes on by itself', async ({
  page,
  context,
  hillo,
}) => {
  const { fixtures } = hillo;
  const evening = await fixtures.evening(await fixtures.organisation(), {
    state: 'closed',
    closed_at: new Date(),
  });
  const aino = await fixtures.registration(evening, { first_name: 'Aino', email: 'aino@example.org' });
  const veikko = await fixtures.registration(evening, { first_name: 'Veikko' });
  await new MeetingsGround(fixtures, evening).met(aino, veikko);
  await hillo.signIn(context, { kind: 'attendee', subjectId: aino, eveningId: evening, role: null });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);

  await page.goto(`/me/${aino}/contacts`);
  const excel = page.getByRole('button', { name: 'Excel' });
  await excel.click();
  const dialog = page.getByRole('dialog', { name: 'Vahvista, että se olet sinä' });
  await expect(dialog.getByText('a…@example.org')).toBeVisible();
  const field = dialog.getByLabel('Koodi sähköpostista');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(field).toHaveAttribute('inputmode', 'numeric');
  await expect(dialog.getByText(/^Voit pyytää uuden koodin \d+ sekunnin kuluttua\.$/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Lähetä uusi koodi' })).toBeHidden();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/Kirjoita koodin kaikki kuusi numeroa/);
  const code = await mailedCode(hillo, aino);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await field.fill(wrong);
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/Tarkista numerot tai pyydä uusi koodi/);
  await expect(field).toHaveValue(`${wrong.slice(0, 3)} ${wrong.slice(3)}`);
  await expect(field).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);

  // Pasted as the mail has it.
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${code.slice(0, 3)} ${code.slice(3)}`);
  await field.selectText();
  await page.keyboard.press('Control+V');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Vahvista' }).click();
  expect((await download).suggestedFilename()).toMatch(/^kumppanuusilta-yhteystiedot-.*\.xlsx$/);
  await expect(dialog).toBeHidden();
  await expect(excel).toBeFocused();

  const second = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Puhelimen yhteystiedot' }).click();
  expect((await second).suggestedFilename()).toMatch(/\.vcf$/);
  await expect(dialog).toBeHidden();
});

test('a code can be left, and a new one asked for after the wait', async ({ page, context, hillo }) => {
  const { fixtures } = hillo;
  const evening = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
  const aino = await fixtures.registration(evening, { email: 'aino@example.org' });
  const veikko = await fixtures.registration(evening);
  await new MeetingsGround(fixtures, evening).met(aino, veikko);
  await hillo.signIn(context, { kind: 'attendee', subjectId: aino, eveningId: evening, role: null });
  await page.goto(`/me/${aino}/contacts`);
  const pdf = page.getByRole('button', { name: 'PDF' });
  await pdf.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/sekunnin kuluttua/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(pdf).toBeFocused();

  // The minute has gone by.
  await hillo.pool.query(
    `UPDATE step_ups SET sent_at = sent_at - interval '58 seconds' WHERE subject_id = $1`,
    [aino],
  );
  const old = await mailedCode(hillo, aino);
  await pdf.click();
  await dialog.getByRole('button', { name: 'Lähetä uusi koodi' }).click();
  await expect(dialog.getByText('Uusi koodi on lähetetty. Vanha ei enää toimi.')).toBeVisible();
  const fresh = await mailedCode(hillo, aino);
  expect(fresh).not.toBe(old);
  const download = page.waitForEvent('download');
  await dialog.getByLabel('Koodi sähköpostista').fill(fresh);
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
});
