import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startHouse } from './house.ts';
import { call } from './seat.ts';

const root = join(import.meta.dirname, '../..');

/** Where the pictures go: a folder that git ignores; the one of the README only when it is asked for. */
export const pictures = join(root, 'tests/screenshots');
export const readmePicture =
  process.env.PARLEY_README_SHOT === '1' ? join(root, 'docs/parley.png') : join(pictures, 'readme.png');

/** A server with the demo's story, and who may sign in to it. */
export async function openDemoHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-demo-'));
  const house = await startHouse(folder, { PARLEY_DEMO: '1' });
  return {
    ...house,
    close: async () => {
      house.process.kill('SIGTERM');
      await house.exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const demoPassword = 'listen first, then ask';

/** A browser of its own, signed in as one of the demo's people; nobody signs in without an address. */
export async function enterDemo(browser: Browser, url: string, email: string | null): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url, reducedMotion: 'reduce' })).newPage();
  await page.goto('/sign-in');
  if (email) await call(page, 'identity.signIn', { email, password: demoPassword });
  return page;
}
