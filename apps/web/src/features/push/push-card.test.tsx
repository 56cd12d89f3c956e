import { declareMail } from '@parley/api/post';
import { afterEach, expect, test, vi } from 'vitest';
import { makeBrowser } from '../../../../../tests/support/browser-maker.ts';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

const key = makeBrowser().given.p256dh;

/** A browser that shows notices once it is allowed to, and what it was asked. */
function furnish(permission: NotificationPermission, then: NotificationPermission = permission) {
  const { given } = makeBrowser();
  const asked: string[] = [];
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url')).buffer;
  const made = {
    endpoint: given.endpoint,
    getKey: (name: 'p256dh' | 'auth') => bytes(given[name]),
    unsubscribe: async () => asked.push('unsubscribe') > 0,
  };
  const pushManager = {
    getSubscription: async () => made,
    subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
      asked.push(applicationServerKey);
      return made;
    },
  };
  const registration = { pushManager };
  vi.stubGlobal('PushManager', class {});
  vi.stubGlobal('Notification', { permission, requestPermission: async () => then });
  const serviceWorker = {
    register: async () => registration,
    ready: Promise.resolve(registration),
    getRegistration: async () => registration,
  };
  Object.defineProperty(navigator, 'serviceWorker', { value: serviceWorker, configurable: true });
  return asked;
}

test('notices are turned on by a press and the browser’s leave, and off by a press', async () => {
  const ana = await world().person('Ana');
  await declareMail(world().deps.line, false, key);
  const asked = furnish('default', 'granted');
  const screen = openScreen(ana, '/me');
  await screen.press('button', 'Show notices here');
  await screen.findByText(/They are shown here since/);
  expect(asked).toEqual(['unsubscribe', key]);
  expect((await ana.api.push.get.query()).since).not.toBeNull();
  await screen.press('button', 'No more here');
  await screen.find('button', 'Show notices here');
  expect((await ana.api.push.get.query()).since).toBeNull();
  expect(asked).toEqual(['unsubscribe', key, 'unsubscribe']);
});

test('who says no is told where to allow it, and nothing is kept', async () => {
  const ben = await world().person('Ben');
  await declareMail(world().deps.line, false, key);
  furnish('default', 'denied');
  const screen = openScreen(ben, '/me');
  await screen.press('button', 'Show notices here');
  await screen.findByText(/Your browser does not let Parley show notices/);
  expect((await ben.api.push.get.query()).since).toBeNull();
});

test.each([
  ['cannot', () => undefined, key, /This browser cannot show notices/],
  ['was forbidden', () => furnish('denied'), key, /Your browser does not let Parley show notices/],
  ['is of a Parley that sends none', () => furnish('default'), null, 'This Parley sends no notices to devices.'],
])('a browser that %s says so, and offers nothing', async (_, prepare, given, says) => {
  const cara = await world().person('Cara');
  await declareMail(world().deps.line, false, given);
  prepare();
  const screen = openScreen(cara, '/me');
  await screen.findByText(says);
  expect(screen.all('button', 'Show notices here')).toEqual([]);
});
