import { browserExecutable } from '@hillo/tooling/browser';
import { chromium, type Page } from '@playwright/test';
import { type Hillo, standOn } from '../../support/e2e.js';
import { StagedEvening } from '../../support/staged-evening.js';
import { type Figure, median, percentile, plain } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { step } from '../progress.js';

const ROUNDS = 30;
/** Two scenes by turns, and the words by which each is known on the screen. */
const SCENES = [
  { body: { scene: 'programme', block: null }, words: 'Illan ohjelma' },
  { body: { scene: 'thanks' }, words: 'Kiitos' },
] as const;

/** From a host's press to the big screen that shows the scene, in a real browser. */
export async function measureStageFollow(databases: Databases): Promise<Figure[]> {
  const database = await databases.empty();
  const server = await startServer(database);
  const hillo = standOn(server.url, database);
  try {
    const staged = await StagedEvening.open(hillo);
    const times = await step('Driving the big screen', () => follow(hillo, staged));
    return [
      plain('big screen: from the press to the scene, median', 'ms', median(times)),
      plain('big screen: the same, p95', 'ms', percentile(times, 0.95), { most: 1_000 }),
    ];
  } finally {
    await hillo.pool.end();
    await server.stop();
  }
}

async function follow(hillo: Hillo, staged: StagedEvening): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: await browserExecutable(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'fi-FI' });
    await hillo.signIn(context, await staged.evening.device('host'));
    const page = await context.newPage();
    await page.goto(`${hillo.url}/stage/${staged.evening.id}`);
    await page.getByText('Tule mukaan puhelimellasi').waitFor();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { body, words } = SCENES[round % 2 === 0 ? 0 : 1];
      const seen = seenAt(page, words);
      const pressed = performance.timeOrigin + performance.now();
      const { status } = await staged.host.put(`${staged.path}/scene`, { version: round, scene: body });
      if (status !== 200) throw new Error(`The scene was refused: ${status}`);
      times.push((await seen) - pressed);
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** When a heading with these words stands on the screen, by the clock of this machine. */
function seenAt(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const stands = [...document.querySelectorAll('h1, h2')].some((heading) =>
            heading.textContent?.includes(text),
          );
          if (!stands) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true, characterData: true });
        look();
      }),
    words,
  );
}
