import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/e2e.js';
import { Keyboard } from '../support/keyboard.js';
import { LiveEvening } from '../support/live-evening.js';

test.describe('the pages of an evening', () => {
  test('stand at the side of a laptop by what is needed before, during and after', async ({
    hillo,
    page,
    context,
  }) => {
    const evening = await LiveEvening.open(hillo);
    await evening.signIn(context, await evening.member('organiser'));
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`/organiser/evenings/${evening.id}`);
    const pages = page.getByRole('navigation', { name: 'Illan sivut' });
    await expect(pages.getByRole('button')).toBeHidden();
    await expect(pages.getByRole('list', { name: 'Ennen iltaa' }).getByRole('link').first()).toHaveText(
      'Teema, aika ja paikka',
    );
    await expect(pages.getByRole('list', { name: 'Illan jälkeen' })).toBeVisible();
    await pages.getByRole('list', { name: 'Illan aikana' }).getByRole('link', { name: 'Arvonta' }).click();
    await expect(page).toHaveURL(new RegExp(`/organiser/evenings/${evening.id}/draw$`));
    await expect(pages.getByRole('link', { name: 'Arvonta' })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expectAccessible(page);
  });

  test('open from a button on a phone, that says where one is; by keys too', async ({
    hillo,
    page,
    context,
  }) => {
    const evening = await LiveEvening.open(hillo);
    await evening.signIn(context, await evening.member('organiser'));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/organiser/evenings/${evening.id}/programme`);
    const pages = page.getByRole('navigation', { name: 'Illan sivut' });
    const button = pages.getByRole('button');
    await expect(button).toHaveText('Illan sivu: Ohjelma');
    await expect(pages.getByRole('link')).toHaveCount(0);
    await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(pages.getByRole('link', { name: 'Ohjelma' })).toHaveAttribute('aria-current', 'page');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await pages.getByRole('link', { name: 'Yleiskuva' }).click();
    await expect(button).toHaveText('Illan sivu: Yleiskuva');
    await expect(pages.getByRole('link')).toHaveCount(0);

    const keys = new Keyboard(page);
    await page.reload();
    await keys.press(button);
    await keys.reach(pages.getByRole('link', { name: 'Esittely' }));
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  test('are only those that a member may open', async ({ hillo, page, context }) => {
    const evening = await LiveEvening.open(hillo);
    await evening.signIn(context, await evening.member('access-host'));
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`/organiser/evenings/${evening.id}`);
    const pages = page.getByRole('navigation', { name: 'Illan sivut' });
    await expect(pages.getByRole('link')).toHaveText(['Yleiskuva', 'Esteettömyystarpeet', /[Pp]aperi/]);
    await expect(pages.getByRole('list')).toHaveCount(3);
  });
});
