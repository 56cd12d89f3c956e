import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { blankComponents, known, none } from '../../packages/domain/src/compensation/components.ts';
import { call, enter } from '../support/seat.ts';

/** Ana in Kathmandu, an offer in dollars of a company in Denver, and its negotiation; answers the opening's address. */
async function begin(page: Page): Promise<string> {
  await enter(page, 'Ana', 'USD', 'en-US');
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const components = {
    ...blankComponents(),
    base: known(14_500_000),
    bonus: none,
    guaranteed: none,
    signOn: none,
    oneOff: none,
    grants: none,
  };
  const content = { currency: 'USD', components: { ...components, refreshers: none }, notes: '' };
  await call(page, 'offer.addVersion', { offerId, rev: 1, version: { stage: 'written', content } });
  await call(page, 'negotiation.create', { offerId, currency: 'USD' });
  return `/opportunities/${opportunityId}`;
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Deadline' });

/** Presses the button, takes the file as the browser keeps it, and reads it as calendars do: unfolded, a line a field. */
async function calendarFile(page: Page): Promise<{ name: string; fields: Map<string, string> }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Calendar file', exact: true }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = text.split('\r\n');
  for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const whole = text
    .replaceAll(/\r\n[ \t]/g, '')
    .trim()
    .split('\r\n');
  expect(whole[0]).toBe('BEGIN:VCALENDAR');
  expect(whole.at(-1)).toBe('END:VCALENDAR');
  for (const part of ['VCALENDAR', 'VEVENT', 'VALARM'])
    expect(whole.filter((line) => line === `BEGIN:${part}` || line === `END:${part}`)).toHaveLength(2);
  const fields = whole.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
  return { name: download.suggestedFilename(), fields: new Map(fields) };
}

async function setDeadline(page: Page, on: string, time: string): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.getByLabel('Answer by').fill(on);
  await dialog.getByLabel('Their time zone').selectOption('America/Denver');
  await dialog.locator('input[type=time]').fill(time);
}

test('a deadline: their day in both zones, business days, short notice, and a calendar file of the right moment', async ({
  page,
}) => {
  const address = await begin(page);
  await page.clock.setFixedTime('2027-11-22T10:00:00Z');
  await page.goto(`${address}/offer`);
  await page.getByRole('button', { name: 'Set a deadline' }).click();
  await dialogOf(page).getByLabel('Offer received on').fill('2027-11-22');
  await setDeadline(page, '2027-11-24', '');
  await dialogOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Answer by Wed, Nov 24, end of day in Denver = Thu, Nov 25, 12:45 PM here')).toBeVisible();
  const offer = page.getByRole('region', { name: 'Offer', exact: true });
  await expect(offer.getByText('2 business days left')).toBeVisible();
  await expect(page.getByText('short notice')).toHaveCount(0);

  await page.getByRole('button', { name: 'Change' }).first().click();
  await setDeadline(page, '2027-11-23', '');
  await dialogOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Answer by Tue, Nov 23, end of day in Denver = Wed, Nov 24, 12:45 PM here')).toBeVisible();
  await expect(offer.getByText('1 business day left')).toBeVisible();
  await expect(page.getByText('short notice')).toBeVisible();
  const { name, fields } = await calendarFile(page);
  expect(name).toBe('answer-due.ics');
  // the day ends at 24:00 in Denver
  expect(fields.get('DTEND')).toBe('20271124T070000Z');
  expect(fields.get('DTSTART')).toBe('20271124T060000Z');
  expect(fields.get('SUMMARY')).toContain('Answer due: Staff engineer\\, Quuxcorp');

  await page.clock.setFixedTime('2027-11-24T07:00:01Z');
  await page.reload();
  await expect(offer.getByText('passed', { exact: true })).toBeVisible();
});

test('an hour that comes twice is asked about, and the calendar file has the one that was meant', async ({ page }) => {
  await page.goto(`${await begin(page)}/offer`);
  await page.getByRole('button', { name: 'Set a deadline' }).click();
  await setDeadline(page, '2027-11-07', '01:30');
  const twice = dialogOf(page).getByRole('radiogroup', { name: /^Clocks in Denver pass this hour twice/ });
  await expect(twice.or(dialogOf(page).getByRole('group', { name: /^Clocks in Denver pass this hour twice/ }))).toBeVisible();
  await dialogOf(page)
    .getByLabel(/^The second, Sun, Nov 7, 2:15 PM here/)
    .check();
  await dialogOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByText('Answer by Sun, Nov 7, 1:30 AM in Denver, the second time that hour comes = Sun, Nov 7, 2:15 PM here'),
  ).toBeVisible();
  expect((await calendarFile(page)).fields.get('DTEND')).toBe('20271107T083000Z');

  await page.getByRole('button', { name: 'Change' }).first().click();
  await setDeadline(page, '2027-03-14', '02:30');
  await expect(dialogOf(page).getByText('Clocks in Denver skip this hour on that day. Which one is meant?')).toBeVisible();
  await dialogOf(page)
    .getByLabel(/^Before the jump: 1:30/)
    .check();
  await dialogOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Answer by Sun, Mar 14, 1:30 AM in Denver')).toBeVisible();
  expect((await calendarFile(page)).fields.get('DTEND')).toBe('20270314T083000Z');
});
