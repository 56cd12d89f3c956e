import { within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('mail and devices are chosen apart, for all councils and for one that differs, and kept at once', async () => {
  const ana = await world().person('Ana');
  await world().council('Wednesday', [ana]);
  const other = await world().council('Thursday', [ana]);
  const screen = openScreen(ana, '/me');
  await screen.findByText('This Parley sends no mail.');
  expect(screen.queryByLabelText(/^At, in/)).toBeNull();
  const choose = async (group: string, label: string, option: string) => {
    const field = within(await screen.find('group', group)).getByLabelText(label);
    await userEvent.selectOptions(field, option);
  };
  await choose('All councils', 'By mail', 'Never');
  await choose('All councils', 'On your devices', 'Once a day');
  await screen.choose('At, in Vienna', '18:00');
  await choose('Thursday', 'By mail', 'Once a week');
  await choose('Thursday', 'On your devices', 'Never');
  const councils = [
    { name: 'Wednesday', choice: null, pushes: null },
    { councilId: other, choice: 'weekly', pushes: 'never' },
  ];
  await expect.poll(() => ana.api.mail.get.query()).toMatchObject({ standard: 'never', pushes: 'daily', hour: 18, councils });
  screen.break('mail.save');
  await choose('Thursday', 'By mail', 'As for all');
  await screen.findByText(/Something went wrong on our side/);
});

test('a link that ends all mail asks for a press, and says when it is incomplete', async () => {
  const ana = await world().person('Eva');
  const screen = openScreen(ana, '/unsubscribe#half');
  await screen.findByText('This link is incomplete.');
});
