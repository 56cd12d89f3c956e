import { expect, type Page, test } from '@playwright/test';
import { call, enter } from '../support/seat.ts';

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

async function seat(chair: Page, guest: Page, address: string): Promise<void> {
  const council = { name: 'Thursday table', purpose: '', cadence, charter: 'We keep what we hear here.' };
  const { councilId } = await call(chair, 'council.create', council);
  const { link } = await call(chair, 'invitation.create', { councilId, email: address });
  await call(guest, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
}

/** An opening with an empty mission; answers the address of its room. */
async function begin(owner: Page): Promise<string> {
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(owner, 'opportunity.create', opening);
  await call(owner, 'mission.create', { opportunityId });
  return `/opportunities/${opportunityId}/mission`;
}

test('an owner shares a mission, two people talk about a line of it, and the share ends', async ({ browser }) => {
  const ana = await (await browser.newContext()).newPage();
  const ben = await (await browser.newContext()).newPage();
  const broken: string[] = [];
  for (const page of [ana, ben]) page.on('pageerror', (error) => broken.push(error.message));
  await enter(ana, 'Ana');
  await seat(ana, ben, await enter(ben, 'Ben'));
  const address = await begin(ana);

  await ana.goto(address);
  await ana.getByRole('button', { name: 'Who sees this: only you. Share it' }).first().click();
  const dialog = ana.getByRole('dialog');
  await expect(dialog.getByText('Only you see this now.')).toBeVisible();
  await dialog.getByLabel('Ben').check();
  await expect(
    dialog.getByText(
      'Ben will see this job mission, without the company name, until you stop sharing. The role and how far you have come with it are shown too.',
    ),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Share with Ben' }).click();
  await expect(dialog).toBeHidden();
  await expect(ana.getByRole('button', { name: /Who sees this: Ben/ })).toBeVisible();

  await ben.goto(address);
  await expect(ben.getByText('Ana shares this with you')).toBeVisible();
  await ben.getByRole('button', { name: /^Comment on: The mission as a whole/ }).click();
  const box = ben.getByLabel('Start a conversation');
  await box.fill('I *like* this, see [the list](https://levels.example/x) ');
  await expect(ben.getByText('Ana will be notified.')).toBeVisible();
  await box.press('End');
  await box.pressSequentially('@An');
  await ben.getByRole('option', { name: 'Ana' }).click();
  await box.press('Control+Enter');
  const first = ben.getByRole('article', { name: 'Conversation started by Ben' });
  await expect(first.getByText('(levels.example)')).toBeVisible();
  await expect(first.getByText('@Ana')).toBeVisible();

  const mark = ana.getByRole('button', { name: /^1 comment on: The mission as a whole/ });
  await mark.click();
  await ana.getByRole('button', { name: 'Reply' }).click();
  await ana.getByLabel('Your reply').fill('Thank you');
  await expect(ana.getByText('Ben will be notified.')).toBeVisible();
  await ana.getByRole('article').getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(first.getByText('Thank you')).toBeVisible();

  await ana.getByRole('button', { name: 'Actions for your comment' }).click();
  await ana.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(ana.getByText('Ana deleted this comment.')).toBeVisible();
  await ana.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(ana.getByRole('article').getByText('Thank you')).toBeVisible();
  await ana.getByRole('button', { name: 'Resolve' }).click();
  await expect(ana.getByText('1 resolved here')).toBeVisible();

  await ana.getByRole('button', { name: /Who sees this: Ben/ }).click();
  await ana.getByRole('dialog').getByRole('button', { name: 'Stop sharing with Ben' }).click();
  await expect(ana.getByRole('dialog').getByText('Only you see this now.')).toBeVisible();
  await expect(ben.getByText('your access has ended')).toBeVisible();
  await expect(ben.getByText('Thank you')).toHaveCount(0);
  expect(broken).toEqual([]);
});
