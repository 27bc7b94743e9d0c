import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

declare const axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };

/** Colours half-way through a change of theme are nobody's colours: what ends by itself is brought to its end. */
function endAnimations(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
  });
}

/** What axe-core finds on the page as it stands (T56). `rules` narrows it, for instance to contrast in the other theme. */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly Violation[]> {
  // Evaluated by the debugger, which the page's policy does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  await endAnimations(page);
  return page.evaluate(
    async ([tags, only]) => {
      const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: tags };
      const result = await axe.run(document, { runOnly, resultTypes: ['violations'] });
      return result.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
      }));
    },
    [TAGS, rules] as const,
  );
}

export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  expect(await violationsOf(page, rules)).toEqual([]);
}

/** By how much the page scrolls sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Nothing sticks out sideways: the page itself never scrolls in that direction. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
}
