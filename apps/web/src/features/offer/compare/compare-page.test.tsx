import { known } from '@parley/domain/compensation/components';
import { expect, test } from 'vitest';
import { letter, posted, shareOffer } from '../../../../../../tests/support/letter.ts';
import { hiddenLevels } from '../../../../../../tests/support/levels.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('with fewer than two offers the page says what is missing', async () => {
  const eva = await world().person('Eva');
  await posted(eva);
  const screen = openScreen(eva, '/opportunities/compare');
  await screen.findByText('You need two offers to compare');
  expect(screen.getByRole('link', { name: 'Go to your opportunities' }).getAttribute('href')).toBe('/opportunities');
});

test('two of my own, as the address says, ask for the rate of a foreign currency before they are compared', async () => {
  const ana = await world().person('Ana');
  const [first, second] = [
    await posted(ana),
    await posted(ana, letter({ base: known(150_000_00), benefits: known([{ name: 'Meals', yearly: 1_200_00 }]) })),
  ];
  const screen = openScreen(ana, `/opportunities/compare?offers=${first.offerId},${second.offerId}`);
  await screen.findByText(/^Not compared yet/);
  expect(screen.getAllByLabelText(/^1 USD is/)).toHaveLength(2);
  await screen.choose('Compare in', 'USD');
  await screen.findAllByRole('table');
  expect(screen.queryByText(/^Not compared yet/)).toBeNull();
  // beside the totals, and in none of them
  await screen.find('row', /^Beside it: other benefits.*4,800/);
  const [box] = screen.all('checkbox');
  if (box) await screen.click(box);
  await screen.findByText('Choose two to four of them.');
  expect(screen.where().match(/[0-9a-f-]{36}/g)).toHaveLength(1);
});

test('somebody’s shared offer is opened by a press that its owner sees', async () => {
  const [gil, hal] = [await world().person('Gil'), await world().person('Hal')];
  const councilId = await world().council('Wednesday', [gil, hal]);
  await posted(gil);
  const theirs = await posted(hal);
  await shareOffer(hal, theirs.offerId, councilId, gil, { ...hiddenLevels, pay: 'range' });
  const screen = openScreen(gil, '/opportunities/compare');
  await screen.findByText(/Hal will see that you opened it/);
  await screen.press('button', 'Open and compare');
  await screen.findByText(/Hal sees that you opened it/);
  expect(await hal.api.offer.log.query({ offerId: theirs.offerId })).toHaveLength(1);
});

test('a failed look says so in words', async () => {
  const screen = openScreen(await world().person('Fay'), '/opportunities/compare', { breaks: ['offer.mine'] });
  await screen.findByText('We could not fetch the offers.');
});

test('an opening that failed says so, is not logged, and can be pressed again', async () => {
  const [ida, jon] = [await world().person('Ida'), await world().person('Jon')];
  const councilId = await world().council('Thursday', [ida, jon]);
  await posted(ida);
  const theirs = await posted(jon);
  await shareOffer(jon, theirs.offerId, councilId, ida, { ...hiddenLevels, pay: 'range' });
  const screen = openScreen(ida, '/opportunities/compare');
  await screen.findByText(/Jon will see that you opened it/);
  screen.break('offer.open');
  await screen.press('button', 'Open and compare');
  await screen.findByText(brokenWords);
  expect(await jon.api.offer.log.query({ offerId: theirs.offerId })).toEqual([]);
  screen.mend();
  await screen.press('button', 'Open and compare');
  await screen.findByText(/Jon sees that you opened it/);
});
