import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('when mail comes is chosen for all councils and for one that differs, and is kept at once', async () => {
  const ana = await world().person('Ana');
  await world().council('Wednesday', [ana]);
  const other = await world().council('Thursday', [ana]);
  const screen = openScreen(ana, '/me');
  await screen.findByText('This Parley sends no mail.');
  expect(screen.queryByLabelText(/^At, in/)).toBeNull();
  await screen.choose('For all councils', 'Once a day');
  await screen.choose('At, in Vienna', '18:00');
  await screen.choose('Thursday', 'Never');
  const councils = [
    { name: 'Wednesday', choice: null },
    { councilId: other, choice: 'never' },
  ];
  await expect.poll(() => ana.api.mail.get.query()).toMatchObject({ standard: 'daily', hour: 18, councils });
  screen.break('mail.save');
  await screen.choose('Thursday', 'Once a week');
  await screen.findByText(/Something went wrong on our side/);
});

test('a link that ends all mail asks for a press, and says when it is incomplete', async () => {
  const ana = await world().person('Eva');
  const screen = openScreen(ana, '/unsubscribe#half');
  await screen.findByText('This link is incomplete.');
});
