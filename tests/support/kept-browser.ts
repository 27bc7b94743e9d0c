import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { browserExecutable } from '@hillo/tooling/browser';

/** A phone's browser whose profile outlives it: what it stored is there when it is opened again. */
export function closedBrowser(baseURL: string) {
  let profile: string | undefined;
  return {
    /** Opens it, and ends it when `use` is done. */
    opened: async (use: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> => {
      profile ??= await mkdtemp(join(tmpdir(), 'hillo-phone-'));
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: await browserExecutable(),
        args: ['--no-sandbox'],
        baseURL,
        locale: 'fi-FI',
        timezoneId: 'Europe/Helsinki',
        viewport: { width: 390, height: 844 },
      });
      try {
        await use(context.pages()[0] ?? (await context.newPage()), context);
      } finally {
        await context.close();
      }
    },
    remove: async (): Promise<void> => {
      if (profile !== undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}
