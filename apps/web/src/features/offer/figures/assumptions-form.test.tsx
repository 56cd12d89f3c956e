import { known, none, unknown } from '@parley/domain/compensation/components';
import { expect, test } from 'vitest';
import { letter, posted, rsu } from '../../../../../../tests/support/letter.ts';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('each of three wrong assumptions is marked with its own sentence, and nothing of them is kept', async () => {
  const ana = await world().person('Ana', { locale: 'en-US', currency: 'USD' });
  const { offerId, opportunityId } = await posted(ana, letter({ base: known(150_000_00) }));
  const screen = openScreen(ana, `/opportunities/${opportunityId}/offer`);
  await screen.write('Years looked at', '40');
  await screen.write('Dilution of shares', '120');
  await screen.write('Discount for present value', '101');
  await screen.refused('Years looked at', 'Look at 1 to 10 years.');
  await screen.refused('Dilution of shares', 'Give a percentage from 0 to 100.');
  await screen.refused('Discount for present value', 'Give a percentage from 0 to 100.');
  expect(screen.getByLabelText('Raise a year').getAttribute('aria-invalid')).not.toBe('true');
  expect((await screen.find('button', 'Save these assumptions')).getAttribute('aria-disabled')).toBe('true');
  await screen.write('Years looked at', '3');
  await screen.write('Dilution of shares', '20');
  await screen.write('Discount for present value', '7.5');
  await screen.press('button', 'Save these assumptions');
  const kept = () => ana.api.offer.get.query({ offerId }).then(({ frame }) => frame.assumptions);
  await expect.poll(kept).toMatchObject({ horizon: 3, dilution: '20', discount: '7.5' });
});

test('my own rate, a price path and outcomes stand beside the total and are called mine', async () => {
  const ben = await world().person('Ben', { locale: 'en-US', currency: 'USD' });
  const unlisted = { ...rsu, listed: false, price: '10' };
  const part = letter({ base: known(100_000_00), bonus: none, signOn: none, grants: known([unlisted]) });
  const { offerId, opportunityId } = await posted(ben, part);
  const screen = openScreen(ben, `/opportunities/${opportunityId}/offer`);
  await screen.press('button', /^By year, my own tax/);
  await screen.write(/^My own rate of tax/, '40');
  // 1,000 shares at 10 vest 5, 15, 40 and 40 %
  await screen.find('row', /^Left at my rate of 40%.*60,300.*60,900.*62,400.*62,400.*246,000/);
  await screen.write('Share price, change to today, Year 2', '50');
  await screen.refused('Share price, change to today, Year 1', 'Fill this in too.');
  await screen.write('Share price, change to today, Year 1', '0');
  await screen.find('row', /^Equity on my price path.*500.*2,250.*6,000.*6,000.*14,750/);
  await screen.press('button', 'Add an outcome');
  await screen.write('Outcome 1', 'Sold');
  await screen.write('Odds', '30');
  await screen.write('Price of a share then', '40');
  await screen.press('button', 'Add an outcome');
  await screen.write('Outcome 2', 'Closes down');
  await screen.write('Odds', '60', 1);
  await screen.write('Price of a share then', '0', 1);
  await screen.refused('Odds', 'The odds sum to 90 %, not to 100 %.', 1);
  expect((await screen.find('button', 'Save these assumptions')).getAttribute('aria-disabled')).toBe('true');
  await screen.write('Odds', '70', 1);
  await screen.find('row', /^Weighed by the odds.*12,000/);
  await screen.press('button', 'Save these assumptions');
  const kept = () => ben.api.offer.get.query({ offerId }).then(({ frame }) => frame.assumptions);
  await expect.poll(kept).toMatchObject({ taxRate: '40', pricePath: ['0', '50'], outcomes: [{ odds: '30' }, { odds: '70' }] });
  await screen.find('row', /^Total.*410,000$/);
});

test('what comes once, what is not in hand and a share plan have rows that explain the total', async () => {
  const cleo = await world().person('Cleo', { locale: 'en-US', currency: 'USD' });
  const part = letter({
    base: known(100_000_00),
    bonus: none,
    grants: none,
    signOn: known({ paid: [10_000_00], clawback: null }),
    oneOff: known([{ name: 'Move', kind: 'relocation', paid: [5_000_00], clawback: null }]),
    espp: known({ discount: '15', contribution: '10', most: null }),
    notInHand: known([{ name: 'Gratuity', yearly: 4_000_00 }]),
  });
  const { opportunityId } = await posted(cleo, part);
  const screen = openScreen(cleo, `/opportunities/${opportunityId}/offer`);
  await screen.find('row', /^Other one-off pay.*once.*5,000.*–.*–.*–.*5,000$/);
  await screen.find('row', /^Total.*115,000.*100,000.*100,000.*100,000.*415,000$/);
  await screen.find('row', /^Paid out to me.*total less what is not in hand.*111,000.*96,000.*399,000$/);
  await screen.find('row', /^Share plan.*apart.*1,765.*7,059$/);
});

test('equity that nobody has stated is no RSU yet', async () => {
  const cara = await world().person('Cara', { locale: 'en-US', currency: 'USD' });
  const { opportunityId } = await posted(cara, letter({ grants: unknown }));
  const screen = openScreen(cara, `/opportunities/${opportunityId}/offer`);
  await screen.find('row', /^Equity.*not stated/);
  expect(screen.all('row', /^RSU/)).toEqual([]);
});
