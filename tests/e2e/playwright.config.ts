// How the stories run: one after the other against one served and seeded
// Madang, in the system's Chromium, with no second try, for a story that passes
// only sometimes is a fault.
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const local = (path: string) => fileURLToPath(new URL(`../../.local/${path}`, import.meta.url));

// Where stories put the pictures that they take on purpose.
process.env.MADANG_SCREENSHOTS ??= local('screenshots');

export default defineConfig({
  testDir: 'stories',
  outputDir: local('screenshots/failures'),
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.MADANG_E2E_RESULT ?? local('test/e2e.json') }]],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    browserName: 'chromium',
    headless: true,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'off',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Chromium's sandbox refuses root; the rest keeps the browser from
      // talking to anybody but the server under test.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
});
