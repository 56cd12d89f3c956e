import { expect, test } from '@playwright/test';
import { call, enter } from '../support/seat.ts';

test('the owner is told what somebody sees after a share of their own, before it is made and before it is stopped', async ({
  page,
  browser,
}) => {
  const ben = await (await browser.newContext()).newPage();
  await enter(page, 'Ana', 'USD', 'en-US');
  const email = await enter(ben, 'Ben', 'USD', 'en-US');
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  const { councilId } = await call(page, 'council.create', { name: 'Thursday table', purpose: '', cadence, charter: 'Quiet.' });
  const { link } = await call(page, 'invitation.create', { councilId, email });
  await call(ben, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  const opening = { company: 'Quuxcorp', role: 'Engineer', alias: 'a shop', stage: 'interview', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { missionId } = await call(page, 'mission.create', { opportunityId });
  const whole = { company: 'exact', pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact', notes: 'exact' };
  await call(page, 'share.set', { itemId: missionId, councilId, readerId: null, levels: whole, expiresAt: null });

  await page.goto(`/opportunities/${opportunityId}#mission`);
  await expect(page).toHaveURL(`/opportunities/${opportunityId}/mission`);
  await page
    .getByRole('button', { name: /^Who sees this: Thursday table/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const after =
    'Ben sees what everybody in Thursday table sees: this job mission, with the company name, until you stop sharing.';
  await dialog.getByLabel('Ben').check();
  await expect(dialog.getByText('Ben will see this job mission, without the company name')).toContainText(`After that ${after}`);
  await dialog.getByRole('button', { name: 'Share with Ben' }).click();
  await page
    .getByRole('button', { name: /^Who sees this/ })
    .first()
    .click();
  await expect(dialog.getByText(`If you stop now, ${after}`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Stop sharing with Ben' }).click();
  await expect(dialog.getByText(after)).toHaveCount(0);
  await ben.context().close();
});
