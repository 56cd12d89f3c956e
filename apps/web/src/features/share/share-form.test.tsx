import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { inDays } from '../../../../../tests/support/clock.ts';
import { posted } from '../../../../../tests/support/letter.ts';
import { exactLevels } from '../../../../../tests/support/levels.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../tests/support/table.ts';

const world = holdWorld();

/** Somebody with a peer in one council and an offer that nobody else sees. */
async function seat(names: readonly [string, string]) {
  const [owner, peer] = [await world().person(names[0]), await world().person(names[1])];
  const councilId = await world().council('Thursday table', [owner, peer]);
  return { owner, peer, councilId, ...(await posted(owner)) };
}

test('an offer is shared at the levels that were chosen, with the sentence that says what they show, over a fault', async () => {
  const { owner, peer, offerId, opportunityId } = await seat(['Ana', 'Ben']);
  const screen = openScreen(owner, `/opportunities/${opportunityId}/offer`);
  await screen.press('button', 'Who sees this: only you. Share it');
  const dialog = within(await screen.find('dialog'));
  const share = await dialog.findByRole('button', { name: 'Share' });
  expect(share.getAttribute('aria-disabled')).toBe('true');
  await screen.click(dialog.getByRole('checkbox', { name: 'Ben' }));
  const pay = within(dialog.getByRole('group', { name: 'Pay' }));
  await screen.click(pay.getByLabelText(/^Range/));
  // in the money of the offer, whatever is one's own, and no figure of it
  await pay.findByText('A base of US$170,000 is shown as US$169,000 to US$186,000.');
  // a share that is bought and sold, and a vesting of 5/15/40/40, tell the name behind the alias
  const equity = within(dialog.getByRole('group', { name: 'Equity' }));
  const priced = /^The exact price of a share can be looked up/;
  await screen.click(equity.getByLabelText(/^Exact/));
  await dialog.findByText('This may name the company, which you hide.');
  await dialog.findByText(priced);
  await screen.click(equity.getByLabelText(/^Range/));
  await dialog.findByText(/^Few employers let a grant vest in uneven steps/);
  expect(dialog.queryByText(priced)).toBeNull();
  await screen.click(equity.getByLabelText(/^Hidden/));
  expect(dialog.queryByText('This may name the company, which you hide.')).toBeNull();
  await dialog.findByText(
    /^Ben will see pay.* as a range and no company name.* The role and how far you have come with it are shown too\./,
  );
  screen.break('share.set');
  await screen.click(dialog.getByRole('button', { name: 'Share with Ben' }));
  await dialog.findByText(brokenWords);
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: 'Ben' }).checked).toBe(true);
  screen.mend();
  await screen.click(dialog.getByRole('button', { name: 'Share with Ben' }));
  await expect.poll(() => screen.all('dialog')).toEqual([]);
  const { shares, readers } = await owner.api.share.get.query({ itemId: offerId });
  expect(shares).toMatchObject([{ levels: { company: 'hidden', pay: 'range', equity: 'hidden' } }]);
  expect(readers.map(({ id }) => id)).toEqual([peer.id]);
});

test('the day on which a share of an offer ends is bounded, and without a reader nothing can be sent', async () => {
  const { owner, offerId, opportunityId } = await seat(['Cara', 'Dan']);
  const screen = openScreen(owner, `/opportunities/${opportunityId}/offer`);
  await screen.press('button', 'Who sees this: only you. Share it');
  const dialog = within(await screen.find('dialog'));
  const until = await dialog.findByLabelText<HTMLInputElement>(/^Until the end of/);
  expect(until.value > inDays(0).toISOString().slice(0, 10)).toBe(true);
  expect(until.max >= until.value).toBe(true);
  await screen.click(dialog.getByRole('checkbox', { name: 'Dan' }));
  await screen.set(/^Until the end of/, '2026-11-01');
  await screen.press('button', 'Share with Dan');
  await screen.refused(/^Until the end of/, '');
  expect((await owner.api.share.get.query({ itemId: offerId })).shares).toEqual([]);
});

test('the owner is told what somebody sees after a share of their own, before it is made and before it is stopped', async () => {
  const [eva, fay] = [await world().person('Eva'), await world().person('Fay')];
  const councilId = await world().council('Thursday table', [eva, fay]);
  const opening = { company: 'Quuxcorp', role: 'Engineer', alias: 'a shop', stage: 'interview', on: '2026-01-05' } as const;
  const { opportunityId } = await eva.api.opportunity.create.mutate(opening);
  const { missionId } = await eva.api.mission.create.mutate({ opportunityId });
  await eva.api.share.set.mutate({ itemId: missionId, councilId, readerId: null, levels: exactLevels, expiresAt: null });
  const screen = openScreen(eva, `/opportunities/${opportunityId}/mission`);
  await screen.press('button', /^Who sees this: Thursday table/);
  const after =
    'Fay sees what everybody in Thursday table sees: this job mission, with the company name, until you stop sharing.';
  const dialog = () => within(screen.getByRole('dialog'));
  await screen.find('dialog');
  await screen.click(await dialog().findByRole('checkbox', { name: 'Fay' }));
  const sentence = await dialog().findByText(/^Fay will see this job mission, without the company name/);
  expect(sentence.textContent).toContain(`After that ${after}`);
  await screen.press('button', 'Share with Fay');
  await expect.poll(() => screen.all('dialog')).toEqual([]);
  await screen.press('button', /^Who sees this/);
  await screen.findByText(`If you stop now, ${after}`);
  await screen.press('button', 'Stop sharing with Fay');
  await expect.poll(() => dialog().queryByText(after, { exact: false })).toBeNull();
});

test('a negotiation in which the walk-away stands is shared only when its owner says so all the same', async () => {
  const [gil, hed] = [await world().person('Gil'), await world().person('Hed')];
  await world().council('Friday table', [gil, hed]);
  const { opportunityId, negotiationId } = await openTable(gil);
  const walkAway = { base: 18_000_000, total: null, leave: null, words: '' };
  await gil.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
  const objection = { says: 'Above our budget', reply: 'Then one hundred and eighty thousand.' };
  await gil.api.objection.create.mutate({ negotiationId, objection });
  const screen = openScreen(gil, `/opportunities/${opportunityId}/negotiation/plan`);
  await screen.press('button', 'Who sees this: only you. Share it');
  const dialog = within(await screen.find('dialog'));
  await screen.click(await dialog.findByRole('checkbox', { name: 'Hed' }));
  await screen.press('button', 'Share with Hed');
  await dialog.findByText('one hundred and eighty thousand', { selector: 'mark' });
  const shares = async () => (await gil.api.share.get.query({ itemId: negotiationId })).shares.length;
  expect(await shares()).toBe(0);
  await screen.press('button', 'Share it all the same');
  await expect.poll(shares).toBe(1);
});
