import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serveGallery } from '../../apps/web/dev.ts';
import { accessible } from '../support/accessible.ts';
import { pictures } from '../support/demo-house.ts';
import { freePort } from '../support/free-port.ts';

const web = join(import.meta.dirname, '../../apps/web');
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let address = '';

test.beforeAll(async () => {
  const port = await freePort();
  gallery = await serveGallery(port);
  address = `http://127.0.0.1:${port}/gallery/`;
});
test.afterAll(() => gallery.close());

/** Every component; what only holds state shows nothing. */
const components = () =>
  readdirSync(join(web, 'src/components'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.tsx') && !/(^|\/)use-/.test(name),
  );

/** The gallery at one width and in one theme; every fault of the page is kept. */
async function open(page: Page, width: number, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Components' })).toBeVisible({ timeout: 60_000 });
  return faults;
}

const picture = (page: Page, name: string, fullPage = false) =>
  page.screenshot({ path: join(pictures, `gallery-${name}.png`), animations: 'disabled', fullPage });

for (const [width, colorScheme] of [
  [1280, 'light'],
  [360, 'dark'],
] as const)
  test(`every component in each state, ${colorScheme}, at ${width}`, async ({ page }) => {
    const faults = await open(page, width, colorScheme);
    const shown = await page.getByRole('region').evaluateAll((parts) => parts.map((part) => part.getAttribute('aria-label')));
    expect(shown.filter((name) => name?.endsWith('.tsx')).sort()).toEqual(components().sort());
    await page.getByRole('button', { name: 'Calendar file' }).click();
    await page.getByLabel('Type 185,50 here').fill('185,50');
    await page.getByLabel('Type 185,50 here').blur();
    await expect(page.getByText('This can be read in two ways. Which is it?')).toBeVisible();
    await picture(page, `${width}-${colorScheme}`, true);
    await accessible(page);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const what of ['dialog', 'question', 'modal', 'reveal', 'sheet', 'shortcuts']) {
      await page.getByRole('button', { name: `Open the ${what}`, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await picture(page, `${what}-${width}-${colorScheme}`);
      await accessible(page, 'dialog');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.getByRole('button', { name: 'More actions' }).click();
    await expect(page.getByRole('menuitem', { name: 'Remove' })).toBeVisible();
    await picture(page, `menu-${width}-${colorScheme}`);
    await page.keyboard.press('Escape');
    // the same page at the other width: a picture, and nothing beside the edge
    const other = width === 360 ? 1280 : 360;
    await page.setViewportSize({ width: other, height: 900 });
    await picture(page, `${other}-${colorScheme}`, true);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(other);
    expect(faults).toEqual([]);
  });

test('the gallery is not in what is served to people', async ({ request }) => {
  const built = readFileSync(join(web, 'dist/.vite/manifest.json'), 'utf8');
  expect([built.includes('index.html'), built.includes('gallery')]).toEqual([true, false]);
  const answer = await request.get('/gallery/');
  expect((await answer.text()).includes('gallery')).toBe(false);
});
