import { blankComponents, known, none } from '@parley/domain/compensation/components';
import { expect, test } from 'vitest';
import { posted } from '../../../../../../tests/support/letter.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { guardTable, openTable } from '../../../../../../tests/support/table.ts';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();
const ledgerOf = ({ opportunityId }: { opportunityId: string }) => `/opportunities/${opportunityId}/negotiation/ledger`;
const movesOf = (person: Person, negotiationId: string) => async () =>
  (await person.api.negotiation.get.query({ negotiationId })).moves;

test('a proposal wants a figure, and what was typed stays over a fault', async () => {
  const ana = await world().person('Ana');
  const table = await openTable(ana);
  const screen = openScreen(ana, ledgerOf(table));
  await screen.press('button', 'Write down a move');
  await screen.press('button', 'Write it down');
  await screen.findByText('Give at least one figure, or choose “only words”.');
  await screen.write(/^Base, a year/, '118k');
  await screen.write(/^Bonus, share of base/, '120000');
  await screen.press('button', 'Write it down');
  await screen.refused(/^Bonus, share of base/, 'ercent');
  await screen.write(/^Bonus, share of base/, '12.5');
  screen.break('move.add');
  await screen.press('button', 'Write it down');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('118k')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Write it down');
  await expect.poll(movesOf(ana, table.negotiationId)).toMatchObject([{ package: { base: 11_800_000, bonusPercent: '12.5' } }]);
});

test('an hour that comes twice is asked about, and the one that is meant is written down', async () => {
  const ben = await world().person('Ben');
  const table = await openTable(ben);
  const screen = openScreen(ben, ledgerOf(table));
  await screen.press('button', 'Write down a move');
  await screen.set('When', '2026-10-25T02:30');
  await screen.findByText('Clocks in Vienna pass this hour twice on that day. Which one is meant?');
  expect(screen.getByLabelText<HTMLInputElement>('The first, Sun 25 Oct, 00:30 UTC').checked).toBe(true);
  await screen.click(screen.getByLabelText('The second, Sun 25 Oct, 01:30 UTC'));
  await screen.write(/^Base, a year/, '150k');
  await screen.press('button', 'Write it down');
  await expect.poll(movesOf(ben, table.negotiationId)).toMatchObject([{ at: '2026-10-25T01:30:00.000Z' }]);
  await screen.press('button', 'Write down a move');
  await screen.set('When', '2026-10-25T03:30');
  expect(screen.queryByText(/^Clocks in Vienna/)).toBeNull();
});

test('with whom it was stands beside the move, says what differs, and is the same for the next one', async () => {
  const dora = await world().person('Dora');
  const table = await openTable(dora);
  const screen = openScreen(dora, ledgerOf(table));
  await screen.press('button', 'Write down a move');
  await screen.choose('With whom', 'the hiring manager');
  await screen.findByText('With the manager, what you need to succeed comes first, then the money.');
  await screen.write(/^Base, a year/, '118k');
  await screen.press('button', 'Write it down');
  await screen.findByText(/call with the hiring manager/);
  await expect.poll(movesOf(dora, table.negotiationId)).toMatchObject([{ counterpart: 'manager' }]);
  await screen.press('button', 'Write down a move');
  expect((await screen.findByLabelText<HTMLSelectElement>('With whom')).value).toBe('manager');
  await screen.choose('With whom', 'not said');
  await screen.click(screen.getByLabelText('Me'));
  await screen.write(/^Base, a year/, '125k');
  await screen.press('button', 'Write it down');
  await expect.poll(movesOf(dora, table.negotiationId)).toMatchObject([{ counterpart: 'manager' }, { counterpart: null }]);
});

test('their move takes the figures of the offer on record, and mine begins empty', async () => {
  const cara = await world().person('Cara', { locale: 'en-US', currency: 'USD' });
  const signOn = known({ paid: [3_000_000, 2_000_000], clawback: null });
  const pay = { base: known(14_500_000), bonus: known({ target: '10' }), signOn, guaranteed: none, grants: none };
  const { offerId, opportunityId } = await posted(cara, { ...blankComponents(), ...pay, refreshers: none });
  await cara.api.negotiation.create.mutate({ offerId, currency: 'USD' });
  const screen = openScreen(cara, ledgerOf({ opportunityId }));
  await screen.press('button', 'Write down a move');
  await screen.click(await screen.findByLabelText('Me'));
  expect(screen.all('button', /^Take the figures/)).toEqual([]);
  await screen.click(screen.getByLabelText('Them'));
  await screen.press('button', 'Take the figures of the offer, v1');
  await expect.poll(() => screen.getByLabelText<HTMLInputElement>(/^Base, a year/).value).toBe('145,000');
  expect(screen.getByLabelText<HTMLInputElement>(/^Sign-on/).value).toBe('50,000');
});

test('a move in whose words the walk-away stands waits until its owner says that it may', async () => {
  const gil = await world().person('Gil');
  const table = await openTable(gil);
  await guardTable(gil, table.negotiationId);
  const kept = async () => (await movesOf(gil, table.negotiationId)()).map(({ words }) => words);
  const screen = openScreen(gil, ledgerOf(table));
  await screen.press('button', 'Write down a move');
  await screen.write(/^Base, a year/, '195k');
  await screen.write(/exact words/, 'I cannot go under 180,000.');
  await screen.press('button', 'Write it down');
  await screen.findByText('This is the figure of your walk-away.');
  expect(await kept()).toEqual([]);
  await screen.write(/exact words/, 'I look for 195,000.');
  await screen.press('button', 'Write it down');
  await expect.poll(kept).toEqual(['I look for 195,000.']);
});
