import { expect, type Locator, type Page } from '@playwright/test';

/** Somebody without a mouse: counts the keys, and at every stop asks whether the focus is seen (T56, T58). */
export class Keyboard {
  /** Stops of Tab so far. */
  stops = 0;

  constructor(private readonly page: Page) {}

  /** Tab until this has the focus; never further than once around the page. */
  async reach(target: Locator, limit = 60): Promise<void> {
    await expect(target).toBeVisible();
    for (let tries = 0; tries < limit; tries += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
      this.stops += 1;
      await expect.poll(() => this.page.evaluate(unseenFocus), { timeout: 1_000 }).toBe('');
    }
    throw new Error(`Tab does not reach ${target.toString()}`);
  }

  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press(key);
  }

  /** Writes where the focus is brought; what stood there is replaced. */
  async write(target: Locator, words: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(words);
  }

  /** Into a group of radio buttons by Tab, to one of them by arrows. */
  async choose(group: Locator, option: Locator): Promise<void> {
    const isOption = () => option.evaluate((element) => element === document.activeElement);
    const inside = group.locator('input:focus');
    for (let tries = 0; (await inside.count()) === 0; tries += 1) {
      if (tries > 60) throw new Error(`Tab does not reach ${group.toString()}`);
      await this.page.keyboard.press('Tab');
      this.stops += 1;
      await expect.poll(() => this.page.evaluate(unseenFocus), { timeout: 1_000 }).toBe('');
    }
    for (let tries = 0; tries < 12 && !(await isOption()); tries += 1)
      await this.page.keyboard.press('ArrowDown');
    if (!(await option.isChecked())) await this.page.keyboard.press('Space');
    await expect(option).toBeChecked();
  }
}

/** What is wrong with how the focus shows; empty when nothing is. Runs in the page. */
function unseenFocus(): string {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return '';
  // A radio or box may be drawn by what stands beside it or around it.
  const drawn = [focused, focused.nextElementSibling, focused.closest('label')].filter(
    (each) => each !== null,
  );
  const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40) ?? ''}`;
  const isOutlined = drawn.some((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  if (!isOutlined) return `no outline: ${name}`;
  const boxes = drawn.map((each) => each.getBoundingClientRect());
  const box = boxes.find(({ width, height }) => width * height > 16);
  if (!box) return `nothing to see: ${name}`;
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
  const top = document.elementFromPoint(x, y);
  const isCovered = !top || !drawn.some((each) => each.contains(top) || top.contains(each));
  if (!isCovered) return '';
  return `${name} is ${top ? `under ${top.tagName} ${top.textContent.slice(0, 40)}` : 'outside the window'}`;
}
