import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('the address is made over a fault, shown once, and ended', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(ana, '/me');
  screen.break('feed.make');
  await screen.press('button', 'Make the address');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Make the address');
  const field = await screen.findByLabelText<HTMLInputElement>('The address');
  expect(field.value).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
  await screen.press('button', 'End it');
  await screen.find('button', 'Make the address');
  expect(screen.queryByLabelText('The address')).toBeNull();
  expect(await ana.api.feed.get.query()).toEqual({ since: null });
});
