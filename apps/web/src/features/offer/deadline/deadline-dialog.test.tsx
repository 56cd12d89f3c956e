import { cleanup, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { posted } from '../../../../../../tests/support/letter.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

/** An offer of a company in Denver as its owner finds it in Kathmandu. */
async function open(name: string) {
  const person = await world().person(name, { timeZone: 'Asia/Kathmandu', locale: 'en-US', currency: 'USD' });
  const made = await posted(person);
  const screen = openScreen(person, `/opportunities/${made.opportunityId}/offer`);
  const frame = () => person.api.offer.get.query({ offerId: made.offerId });
  return { screen, frame };
}

type Screen = Awaited<ReturnType<typeof open>>['screen'];

/** The page as it is read: one line may be of several pieces. */
const page = () => document.querySelector('main')?.textContent ?? '';

async function change(screen: Screen, received: string, on: string, time = '') {
  await screen.press('button', 'Change');
  await screen.find('dialog', 'Deadline');
  await screen.set(/^Offer received on/, received);
  await screen.set(/^Answer by/, on);
  await screen.set(/^At \(optional\)/, time);
}

/** Saves, and goes on once the dialog is gone. */
async function save(screen: Screen) {
  await screen.press('button', 'Save');
  await expect.poll(() => screen.all('dialog')).toEqual([]);
}

test('a deadline is told by their clock and by mine, with the business days that are left', async () => {
  const { screen } = await open('Ana');
  await change(screen, '2026-11-20', '2026-11-24');
  await save(screen);
  await expect.poll(page).toContain('Answer by Tue, Nov 24, end of day in Denver = Wed, Nov 25, 12:45 PM here');
  expect(page()).toContain('2 business days left');
  expect(page()).not.toContain('short notice');
  await change(screen, '2026-11-20', '2026-11-21');
  await save(screen);
  await expect.poll(page).toContain('end of day in Denver = Sun, Nov 22, 12:45 PM here');
  expect(page()).toContain('short notice');
});

test('a second after the end of their day it has passed', async () => {
  const ben = await world().person('Ben');
  const { opportunityId } = await posted(ben);
  vi.setSystemTime('2026-12-05T06:59:59Z');
  const screen = openScreen(ben, `/opportunities/${opportunityId}/offer`);
  await screen.findByText('0 business days left');
  cleanup();
  vi.setSystemTime('2026-12-05T07:00:01Z');
  await openScreen(ben, `/opportunities/${opportunityId}/offer`).findByText('passed');
});

test('an hour that comes twice is asked about, and one that is skipped too', async () => {
  const { screen, frame } = await open('Cara');
  await change(screen, '', '2027-11-07', '01:30');
  await screen.findByText(/^Clocks in Denver pass this hour twice/);
  await screen.click(await screen.findByLabelText(/^The second, Sun, Nov 7, 2:15 PM here/));
  await save(screen);
  await expect.poll(page).toContain('1:30 AM in Denver, the second time that hour comes = Sun, Nov 7, 2:15 PM here');
  expect(await frame()).toMatchObject({ frame: { deadline: { at: '2027-11-07T08:30:00.000Z' } } });
  // what was set is asked about again where it is changed
  await screen.press('button', 'Change');
  expect((await screen.findByLabelText<HTMLInputElement>(/^The second, /)).checked).toBe(true);
  await screen.click(screen.getByLabelText(/^The first, /));
  await save(screen);
  await expect.poll(page).toContain('1:30 AM in Denver, the first time that hour comes = Sun, Nov 7, 1:15 PM here');
  await change(screen, '', '2027-03-14', '02:30');
  await screen.findByText('Clocks in Denver skip this hour on that day. Which one is meant?');
  await screen.click(await screen.findByLabelText(/^Before the jump: 1:30/));
  await save(screen);
  await expect.poll(page).toContain('Answer by Sun, Mar 14, 1:30 AM in Denver');
  expect(await frame()).toMatchObject({ frame: { deadline: { at: '2027-03-14T08:30:00.000Z' } } });
});

test('more time that was refused is offered as a red flag, and only a tick makes it one', async () => {
  const { screen } = await open('Dan');
  await change(screen, '2027-11-22', '2027-11-23');
  await screen.click(screen.getByText('Words to ask for more time'));
  expect(screen.getByLabelText<HTMLTextAreaElement>('To say or to send').value).toMatch(/my answer by Tue, Nov 30\. /);
  await screen.click(screen.getByText('Asked'));
  expect(screen.queryByText(/red flag/)).toBeNull();
  await save(screen);
  await screen.findByText('more time asked for');

  await screen.press('button', 'Change');
  await screen.click(await screen.findByText('Refused'));
  const flag = /^Note as a red flag: “Wanted an answer at once and refused more time\.”/;
  expect(screen.getByLabelText<HTMLInputElement>(flag).checked).toBe(false);
  await save(screen);
  await screen.findByText('more time refused');
  await expect.poll(page).not.toContain('Wanted an answer at once');

  await screen.press('button', 'Change');
  await screen.click(await screen.findByLabelText(flag));
  await save(screen);
  await expect.poll(page).toContain('Wanted an answer at once and refused more time.');
  await screen.press('button', 'Change');
  await screen.click(await screen.findByLabelText(flag));
  await save(screen);
  await expect.poll(page).not.toContain('Wanted an answer at once');
});

test('a save that fails keeps the dialog and the day in it', async () => {
  const { screen, frame } = await open('Eva');
  await change(screen, '2026-11-20', '2026-11-30');
  screen.break('offer.save');
  await screen.press('button', 'Save');
  const dialog = within(await screen.find('dialog', 'Deadline'));
  await dialog.findByText(brokenWords);
  expect(dialog.getByDisplayValue('2026-11-30')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save');
  await expect.poll(frame).toMatchObject({ frame: { deadline: { on: '2026-11-30' } } });
});
