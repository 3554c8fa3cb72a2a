import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './e2e/find-browser.ts';

const PORT = Number(process.env['E2E_PORT'] ?? 4390);
const root = fileURLToPath(new URL('..', import.meta.url));
const browser = await findBrowser();

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  // A hang fails, a slow machine does not.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: { executablePath: browser.executablePath, args: browser.args },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node scripts/run.mjs start',
    cwd: root,
    url: `http://localhost:${PORT}/readyz`,
    env: { PORT: String(PORT), DATA_DIR: 'var/e2e', SITE_URL: `http://localhost:${PORT}` },
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
