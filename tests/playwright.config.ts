import { defineConfig } from '@playwright/test';
import { browserExecutable } from '@hillo/tooling/browser';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './support/e2e-setup.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  workers: 2,
  fullyParallel: false,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 390, height: 844 },
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    trace: 'off',
    // Tests of other things see the server's files; those of pages without network allow them.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: await browserExecutable(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
