import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browser } from './tests/support/browser.ts';
import { freePort } from './tests/support/free-port.ts';
import { emptyDatabase } from './tests/support/server-database.ts';

// Workers read this file again and must meet the same server.
process.env.PARLEY_E2E_PORT ??= String(await freePort());
const port = process.env.PARLEY_E2E_PORT;
const baseURL = `http://localhost:${port}`;

const server = process.env.PARLEY_E2E_DATABASE_URL;
let database = '';

// Workers read this file again: only the run itself begins with nothing.
if (!process.env.PARLEY_E2E_DATA) {
  process.env.PARLEY_E2E_DATA = join(tmpdir(), `parley-e2e-${port}`);
  rmSync(process.env.PARLEY_E2E_DATA, { recursive: true, force: true });
  if (server) database = await emptyDatabase(server, `parley_e2e_${port}`);
}

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  // each waits for its server and its page half of the time: two fill two processors
  workers: 2,
  // a loaded machine is no fault
  timeout: 300_000,
  expect: { timeout: 45_000 },
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: await browser(),
    timezoneId: 'Asia/Kathmandu',
    locale: 'en-GB',
    // What is half faded in has half its contrast: axe looks at still pictures.
    contextOptions: { reducedMotion: 'reduce' },
    // Its specs let the worker in; elsewhere a hundred files fetched beside a test would only take their time.
    serviceWorkers: 'block',
    trace: 'off',
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
  },
  webServer: {
    command: 'node apps/server/dist/main.js',
    url: `${baseURL}/health`,
    env: {
      PORT: port,
      LOG_LEVEL: 'warn',
      PARLEY_DATA: process.env.PARLEY_E2E_DATA,
      PARLEY_LIMITS_SCALE: '1000',
      ...(database ? { DATABASE_URL: database } : {}),
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
