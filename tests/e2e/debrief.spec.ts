import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { pictures } from '../support/demo-house.ts';
import { call, enter } from '../support/seat.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const heard = '“We like what you did with the search team. The budget for a second engineer is fixed until spring.”';

/** Ana, whose next act was a call today. */
async function begin(page: Page): Promise<string> {
  await enter(page, 'Ana');
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kathmandu' }).format(new Date());
  const opening = { company: 'Zalando', role: 'Head of Product', alias: '', stage: 'interview', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const blank = { level: '', place: '', source: '', posting: '', targeted: false, people: [] };
  const next = { act: 'Call with the hiring manager', on: today };
  const details = { company: 'Zalando', alias: '', role: 'Head of Product', ...blank, next };
  await call(page, 'opportunity.save', { opportunityId, rev: 1, details });
  return opportunityId ?? '';
}

/** Counts what the finger does from here on. */
async function countTaps(context: BrowserContext) {
  let taps = 0;
  await context.exposeFunction('countTap', () => {
    taps += 1;
  });
  await context.addInitScript("addEventListener('pointerdown', () => countTap(), true)");
  return () => taps;
}

const said = (page: Page) => page.getByRole('textbox', { name: 'What they said' });
const saved = (page: Page) => page.getByText('saved', { exact: true }).first();
const kept = async (page: Page, opportunityId: string) => JSON.stringify(await call(page, 'debrief.list', { opportunityId }));

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { width = 0 } = page.viewportSize() ?? {};
    await page.screenshot({
      path: join(pictures, `${name}-${width}-${colorScheme}.png`),
      fullPage: true,
      animations: 'disabled',
    });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('on a phone right after the call: safe within eight taps, completed later, read as a page', async ({ browser }) => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const opportunityId = await begin(page);
  const taps = await countTaps(context);
  await page.goto('/');
  await page.getByRole('link', { name: 'Debrief: Call with the hiring manager' }).tap();
  // one speaks at once: the cursor is there
  await expect(said(page)).toBeFocused();
  await page.keyboard.insertText(heard);
  await expect(saved(page)).toBeVisible();
  expect(taps()).toBeGreaterThan(0);
  expect(taps()).toBeLessThanOrEqual(8);
  expect(await kept(page, opportunityId)).toContain('"kind":"interview","time":{"type":"moment"');
  await picture(page, 'debrief-capture');
  await page.getByRole('button', { name: 'the hiring manager' }).tap();
  await page.getByRole('slider', { name: 'Confidence after' }).fill('4');
  await page.getByRole('button', { name: 'Done' }).tap();
  await expect(page.getByText(heard)).toBeVisible();
  await page.reload();
  await expect(page.getByText(heard)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Interview with the hiring manager/ })).toBeVisible();
  await picture(page, 'debrief-read');
  // each part is written where it stands
  await page.getByText('What I infer').tap();
  await page.keyboard.insertText('They need the second engineer more than they say.');
  await page.getByRole('button', { name: 'Done' }).tap();
  await expect(page.getByText('They need the second engineer more than they say.')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 900 });
  await picture(page, 'debrief-read');
  await context.close();
});

test('the line is gone, the tab is closed, the page is read again: not a word is lost', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const opportunityId = await begin(page);
  const room = `/opportunities/${opportunityId}/debriefs`;
  await page.goto(`${room}?begin=interview`);
  await expect(said(page)).toBeFocused();
  await expect(page).toHaveURL(room);
  await context.setOffline(true);
  await page.keyboard.insertText('“We decide on Friday.”');
  await expect(page.getByText(/^There is no connection/)).toBeVisible();
  await page.keyboard.insertText(' “You would report to me.”');
  // half a second later this browser has it
  await page.waitForTimeout(700);
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(room);
  await expect(said(next)).toHaveValue('“We decide on Friday.” “You would report to me.”');
  await expect(saved(next)).toBeVisible();
  await said(next).focus();
  await context.setOffline(true);
  await next.keyboard.press('End');
  await next.keyboard.insertText(' And the team is nine.');
  await expect(next.getByText(/^There is no connection/)).toBeVisible();
  await context.setOffline(false);
  // by itself
  await expect(saved(next)).toBeVisible();
  await next.reload();
  await expect(next.getByText('“We decide on Friday.” “You would report to me.” And the team is nine.')).toBeVisible();
  expect(await kept(next, opportunityId)).toMatch(/^\[[^[]*\]$/);
  await context.close();
});
