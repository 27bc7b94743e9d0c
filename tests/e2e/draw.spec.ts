import { DrawGround } from '../support/draw-ground.js';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/e2e.js';

type Hillo = Parameters<Parameters<typeof test>[2]>[0]['hillo'];

/** A running evening, an organiser, and people with full rows. */
async function aDraw(hillo: Hillo) {
  const { fixtures } = hillo;
  const organisation = await fixtures.organisation();
  const evening = await fixtures.evening(organisation, {
    state: 'running',
    starts_at: new Date(Date.now() - 3_600_000),
    ends_at: new Date(Date.now() + 3_600_000),
  });
  const ground = new DrawGround(fixtures, evening);
  const { accountId } = await fixtures.member(organisation, ['organiser']);
  const signIn = { kind: 'account', subjectId: accountId, eveningId: null, role: null } as const;
  return { evening, ground, signIn };
}

test('a draw from prizes to a result that every phone checks by itself', async ({ browser, hillo }) => {
  const { evening, ground, signIn } = await aDraw(hillo);
  const aino = await ground.player({ first_name: 'Aino', announces_on_stage: true });
  const attendee = { kind: 'attendee', subjectId: aino, eveningId: evening, role: null } as const;

  const laptop = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await hillo.signIn(laptop, signIn);
  const desk = await laptop.newPage();
  await desk.goto(`/organiser/evenings/${evening}/draw`);
  await desk.getByLabel('Tarkenne').fill('Kylätalon sali neljäksi tunniksi');
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Tallenna palkinnot' }).click();
  await expect(desk.getByText('Palkinnot on tallennettu.')).toBeVisible();

  const phone = await browser.newContext();
  await hillo.signIn(phone, attendee);
  const own = await phone.newPage();
  await own.goto(`/me/${aino}/draw`);
  await expect(own.getByText('Olet mukana arvonnassa')).toBeVisible();
  await expectAccessible(own);
  await expectNoSidewaysScroll(own);

  await desk.getByRole('button', { name: 'Aloita arvonta' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Aloita arvonta' }).click();
  await expect(desk.getByRole('heading', { name: 'Lukitse arpojen lista' })).toBeVisible();
  await expect(own.getByText('Arvonta on alkanut.')).toBeVisible();
  await expectAccessible(desk);

  await desk.getByRole('button', { name: 'Lukitse lista' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Lukitse lista' }).click();
  await expect(desk.getByRole('heading', { name: 'Listalla on 1 arpa' })).toBeVisible();
  await expect(own.getByText('Arpasi on lukitulla listalla')).toBeVisible();
  await expectAccessible(desk);

  await desk.getByRole('button', { name: 'Vahvista luvut' }).click();
  await expect(desk.getByRole('alert').getByRole('link')).toHaveCount(3);
  for (const [at, call] of ['4711', '0832', '9050'].entries())
    await desk.getByLabel(`${at + 1}. ihminen`).fill(call);
  await desk.getByRole('button', { name: 'Vahvista luvut' }).click();
  await desk.getByRole('button', { name: 'Julkaise tulos' }).click();

  await expect(desk.getByText('Aino')).toBeVisible();
  await expectAccessible(desk);
  await expect(own.getByText('Voitit!')).toBeVisible();
  await expect(own.getByText('Puhelimesi tarkisti arvonnan')).toBeVisible();
  await expect(own.getByText('siihen, mitä puhelimesi näki ennen tulosta')).toBeVisible();
  await expectAccessible(own);
  await expectNoSidewaysScroll(own);

  await desk.getByRole('button', { name: 'Ei paikalla – seuraava: Aino' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Anna seuraavalle' }).click();
  await expect(desk.getByText('Ei voittajaa: lista loppui.')).toBeVisible();
  await expect(own.getByText('ei voittajaa')).toBeVisible();
  await laptop.close();
  await phone.close();
});

test('a phone that saw another list before the result names the step that fails', async ({
  page,
  context,
  hillo,
}) => {
  const { evening, ground, signIn } = await aDraw(hillo);
  const aino = await ground.player({ first_name: 'Aino' });
  const desk = await hillo.fixtures.browser(signIn);
  await ground.prizes(desk);
  const { id } = (await desk.post(`/api/evenings/${evening}/draws`)).body.draws[0];
  await hillo.signIn(context, { kind: 'attendee', subjectId: aino, eveningId: evening, role: null });
  await page.goto(`/me/${aino}/draw`);
  await expect(page.getByText('Arvonta on alkanut.')).toBeVisible();
  await page.evaluate((draw) => {
    localStorage.setItem(`hillo.draw.${draw}`, JSON.stringify({ list: 'f'.repeat(64) }));
  }, id);
  const path = `/api/evenings/${evening}/draws/${id}`;
  await desk.post(`${path}/freeze`);
  await desk.post(`${path}/public-number`, { calls: ['1111', '2222', '3333'] });
  await desk.post(`${path}/reveal`);
  await expect(page.getByText('Arvonta ei täsmää')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('se, mitä puhelimesi näki ennen tulosta');
  await expectAccessible(page);
});

test('the static page checks a proof that is pasted into it', async ({ page, hillo }) => {
  const { evening, ground, signIn } = await aDraw(hillo);
  await ground.player();
  const desk = await hillo.fixtures.browser(signIn);
  await ground.prizes(desk);
  const { id } = (await desk.post(`/api/evenings/${evening}/draws`)).body.draws[0];
  const path = `/api/evenings/${evening}/draws/${id}`;
  await desk.post(`${path}/freeze`);
  await desk.post(`${path}/public-number`, { calls: ['1111', '2222', '3333'] });
  await desk.post(`${path}/reveal`);
  const proof = (await desk.get(`/api/public/draws/${id}/proof.json`)).body;
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto('/verify');
  await page.getByRole('textbox').first().fill(JSON.stringify(proof));
  await page.getByRole('button', { name: 'Tarkista' }).click();
  await expect(page.locator('body')).toContainText(proof.order[0]);
  expect(faults).toEqual([]);
});

test('a host goes on with the draw that an organiser began, on a tablet', async ({
  page,
  context,
  hillo,
}) => {
  const { evening, ground, signIn } = await aDraw(hillo);
  await ground.player();
  const organiser = await hillo.fixtures.browser(signIn);
  await ground.prizes(organiser);
  const { deviceId } = await hillo.fixtures.device(evening, 'host');
  await hillo.signIn(context, { kind: 'device', subjectId: deviceId, eveningId: evening, role: 'host' });
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(`/host/${evening}/draw`);
  await expect(page.getByRole('heading', { name: 'Aloita arvonta' })).toBeVisible();
  await organiser.post(`/api/evenings/${evening}/draws`);
  await expect(page.getByRole('heading', { name: 'Lukitse arpojen lista' })).toBeVisible();
  await page.getByRole('button', { name: 'Keskeytä arvonta' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Syy').selectOption('other');
  await dialog.getByRole('button', { name: 'Keskeytä arvonta' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Kerro syy.');
  await dialog.getByLabel('Omin sanoin').fill('Palkinto vaihtui');
  await dialog.getByRole('button', { name: 'Keskeytä arvonta' }).click();
  await expect(page.getByText('Arvonta nro 1 keskeytettiin: Palkinto vaihtui')).toBeVisible();
  await expectAccessible(page);
});
