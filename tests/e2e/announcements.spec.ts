import type { Page } from '@playwright/test';
import { spokenCodeOf } from '@hillo/domain/door';
import { expect, test } from '../support/e2e.js';
import { LiveEvening } from '../support/live-evening.js';

interface Said {
  readonly text: string;
  readonly at: number;
}

declare global {
  interface Window {
    said: Said[];
  }
}

/** Writes down what a screen reader is given to say: what appears in the live regions of the page, in the order of time. */
async function listen(page: Page): Promise<() => Promise<readonly Said[]>> {
  await page.evaluate(() => {
    window.said = [];
    const live = 'output, [role=status], [role=alert], [aria-live]:not([aria-live=off])';
    const hear = (text: string | null) => {
      const words = (text ?? '').replace(/\s+/g, ' ').trim();
      if (words !== '') window.said.push({ text: words, at: performance.now() });
    };
    new MutationObserver((records) => {
      for (const { target, addedNodes, type } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        if (type === 'characterData' && element?.closest(live)) hear(target.textContent);
        for (const node of addedNodes) {
          if (element?.closest(live)) hear(node.textContent);
          else if (node instanceof Element)
            for (const region of [node, ...node.querySelectorAll('*')])
              if (region.matches(live)) hear(region.textContent);
        }
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => window.said);
}

test('a check-in and a wrong form are said once, politely (T57)', async ({ context, hillo }) => {
  const evening = await LiveEvening.open(hillo);
  await evening.registered('Maija', { last_name: 'Mäkelä', spoken_code: spokenCodeOf(71_234) });
  await evening.registered('Ville', { last_name: 'Virtanen', spoken_code: spokenCodeOf(71_235) });
  await hillo.signIn(context, await evening.device('door'));
  const page = await context.newPage();
  await page.goto(`/door/${evening.id}`);
  await page.getByRole('radio', { name: 'Koodi' }).check({ force: true });
  const heard = await listen(page);
  const of = async (words: RegExp) => (await heard()).filter(({ text }) => words.test(text));

  await page.getByLabel('Tulijan koodi').fill(spokenCodeOf(71_234));
  await expect.poll(async () => (await of(/Maija.* on sisällä/)).length).toBe(1);
  await page.getByRole('button', { name: 'Seuraava' }).click();
  await page.getByLabel('Tulijan koodi').fill(spokenCodeOf(71_235));
  await expect.poll(async () => (await of(/Ville.* on sisällä/)).length).toBe(1);
  const [first] = await of(/Maija.* on sisällä/);
  const [second] = await of(/Ville.* on sisällä/);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4_900);
  // Nothing is said a second time, and nothing interrupts.
  expect(await of(/on sisällä/)).toHaveLength(2);
  await expect(page.locator('[aria-live=assertive]')).toHaveCount(0);

  await page.getByRole('link', { name: 'Uusi tulija' }).click();
  await page.getByRole('button', { name: 'Kirjaa sisään' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert')).toBeFocused();
  expect(await of(/Korjaa/)).toHaveLength(1);
});
