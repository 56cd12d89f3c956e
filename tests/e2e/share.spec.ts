import { expect, type Page, test } from '@playwright/test';

type Made = Record<string, string>;

async function call(page: Page, path: string, input: unknown): Promise<Made> {
  return page.evaluate(
    async ([to, body]) => {
      const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const headers = { 'content-type': 'application/json', 'x-parley-key': key };
      const answer = await fetch(`/trpc/${to}`, { method: 'POST', headers, body: body ?? '' });
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()).result.data;
    },
    [path, JSON.stringify(input)] as const,
  );
}

async function signIn(page: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase()}.share.${Date.now()}@example.org`;
  const password = `a quiet room for ${name}`;
  await page.goto('/sign-in');
  const profile = { displayName: name, timeZone: 'Asia/Kathmandu', locale: 'en-US', currency: 'USD' };
  await call(page, 'identity.signUp', { email, password, ...profile });
  await call(page, 'identity.signIn', { email, password });
  return email;
}

test('the owner is told what somebody sees after a share of their own, before it is made and before it is stopped', async ({
  page,
  browser,
}) => {
  const ben = await (await browser.newContext()).newPage();
  await signIn(page, 'Ana');
  const email = await signIn(ben, 'Ben');
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
