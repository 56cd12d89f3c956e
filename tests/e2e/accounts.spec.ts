import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { appCode } from '../support/app-code.ts';
import { enter } from '../support/seat.ts';

const password = 'a quiet room for Ana';

/** A device that keeps passkeys and unlocks by itself, as Chrome plays it. */
async function holdDevice(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    unlock: (isUserVerified: boolean) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function signOut(page: Page) {
  await press(page, 'Sign out');
  await page.waitForURL('**/sign-in');
}

async function signIn(page: Page, email: string, code?: string) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
  if (code === undefined) return;
  await page.getByLabel('Code', { exact: true }).fill(code);
  await press(page, 'Sign in');
}

for (const width of [360, 1280]) {
  test(`at ${width}: a passkey is added, signs in alone, and becomes the only way in`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const device = await holdDevice(page);
    await enter(page, 'Ana');
    await page.goto('/me');
    await press(page, 'Add a passkey');
    await page.getByLabel('Name of the passkey').fill('My laptop');
    await press(page, 'Go on with this device');
    await expect(page.getByText('Write your password.')).toBeVisible();
    await page.getByLabel('Your password, to confirm').fill(password);
    await accessible(page);
    await press(page, 'Go on with this device');
    await expect(page.getByText('My laptop')).toBeVisible();
    await accessible(page);
    await signOut(page);
    await device.unlock(false);
    await press(page, 'Sign in with a passkey');
    await expect(page.getByText('No passkey was used: it was called off, or took too long.')).toBeVisible();
    await accessible(page);
    await device.unlock(true);
    await press(page, 'Sign in with a passkey');
    await page.waitForURL('**/');
    await page.goto('/me');
    await press(page, 'Give up the password');
    await press(page, 'Show a passkey and give up the password');
    await expect(page.getByText('Your account has no password: only a passkey opens it.')).toBeVisible();
    await expect(page.getByText('This is your only way in. Set a password or add another passkey first.')).toBeVisible();
    await page.getByLabel('New password').fill('a table by the window');
    await press(page, 'Set a password');
    await expect(page.getByText('Your password has been changed.')).toBeVisible();
    await press(page, 'Remove the passkey My laptop');
    await press(page, 'Remove the passkey');
    await expect(page.getByText('My laptop')).toHaveCount(0);
  });

  test(`at ${width}: an app is set up, a code is asked for, and a recovery code works once`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const email = await enter(page, 'Ana');
    await page.goto('/me');
    await press(page, 'Set up an app');
    await page.getByLabel('Your password, to confirm').fill(password);
    await press(page, 'Go on');
    const secret = (await page.locator('code').first().innerText()).replaceAll(/\s/g, '');
    await accessible(page);
    await page.getByLabel('The six digits that the app shows').fill('000000');
    await press(page, 'Switch it on');
    await expect(page.getByText('This code does not fit, or was used already.')).toBeVisible();
    await page.getByLabel('The six digits that the app shows').fill(appCode(secret, new Date()));
    await press(page, 'Switch it on');
    await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible();
    const [recovery = ''] = await page.locator('dialog code').allInnerTexts();
    await accessible(page);
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Keep as a file')]);
    expect(file.suggestedFilename()).toBe('parley-recovery-codes.txt');
    await press(page, 'I have kept them');
    await expect(page.getByText('10 recovery codes are left of 10.')).toBeVisible();
    await signOut(page);
    await signIn(page, email, recovery);
    await page.waitForURL('**/');
    await page.goto('/me');
    await expect(page.getByText('9 recovery codes are left of 10.')).toBeVisible();
    await signOut(page);
    await signIn(page, email, recovery);
    await expect(page.getByText('This code does not fit, or was used already.')).toBeVisible();
    await accessible(page);
    await page.getByLabel('Code', { exact: true }).fill(appCode(secret, new Date(Date.now() + 30_000)));
    await press(page, 'Sign in');
    await page.waitForURL('**/');
  });
}
