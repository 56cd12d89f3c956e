import { wholeLevels } from '@parley/domain/item/levels';
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { roundDocument } from '../../../../../../tests/support/rounds.ts';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

/** A draft that was shared before its question was written, in which the walk-away stands. */
async function begin(names: readonly [string, string], question: string) {
  const [owner, peer] = [await world().person(names[0]), await world().person(names[1])];
  const councilId = await world().council('Thursday', [owner, peer]);
  const { negotiationId, opportunityId } = await openTable(owner);
  const walkAway = { base: 18_000_000, total: null, leave: null, words: '' };
  await owner.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
  const { roundId } = await owner.api.round.create.mutate({ negotiationId });
  const share = { itemId: roundId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null };
  await owner.api.share.set.mutate(share);
  const document = roundDocument(question);
  await owner.api.round.save.mutate({ roundId, rev: 1, document, deadlineAt: null, quorum: 2, named: true });
  const state = async () => (await owner.api.round.get.query({ roundId })).stage.state;
  return { peer, roundId, state, screen: openScreen(owner, `/opportunities/${opportunityId}/rounds`) };
}

test('a question that was written after the share is looked through before it opens', async () => {
  const { screen, state } = await begin(['Ana', 'Ben'], 'I would still sign at 180 000. And you?');
  await screen.press('button', 'Open the round');
  await screen.findByText('This is the figure of your walk-away.');
  expect(await state()).toBe('draft');
  await screen.press('button', 'Open it all the same');
  await expect.poll(state).toBe('open');
});

test('the reason of the owner’s own target is looked through before it is sealed', async () => {
  const { screen, state, roundId, peer } = await begin(['Cara', 'Dan'], 'What would you counter?');
  await screen.press('button', 'Seal my target');
  await screen.write('Base, a year', '190k');
  await screen.write(/^Why this package/, 'I leave below 180k.');
  await screen.press('button', 'Seal my target');
  await screen.findByText('This is the figure of your walk-away.');
  await screen.write(/^Why this package/, 'The market says so.');
  await screen.press('button', 'Seal my target');
  await screen.findByText('Your target is sealed. Only you can open it.');
  await screen.press('button', 'Open the round');
  await expect.poll(state).toBe('open');
  expect((await peer.post('round.get', { roundId })).body).not.toContain('180k');
});

test('fewer asked than are to be enough: one press lets them be enough, and none is offered where one alone is asked', async () => {
  const [owner, one, two, three] = await Promise.all(['Eva', 'Fay', 'Gil', 'Hal'].map((name) => world().person(name)));
  if (!owner || !one || !two || !three) throw new Error('Somebody is missing.');
  const councilId = await world().council('Friday', [owner, one, two, three]);
  const { negotiationId, opportunityId } = await openTable(owner);
  const { roundId } = await owner.api.round.create.mutate({ negotiationId });
  const { rev, quorum } = await owner.api.round.get.query({ roundId });
  expect(quorum).toBe(3);
  const document = roundDocument('What would you counter?');
  await owner.api.round.save.mutate({ roundId, rev, document, deadlineAt: null, quorum, named: true });
  const ask = ({ id: readerId }: typeof one) =>
    owner.api.share.set.mutate({ itemId: roundId, councilId, readerId, levels: wholeLevels('hidden'), expiresAt: null });
  await ask(one);
  const before = openScreen(owner, `/opportunities/${opportunityId}/rounds`);
  await before.findByText('1 person has been asked, and the quorum is 3: only you can reveal this round.');
  expect(before.queryByRole('button', { name: /be enough$/ })).toBeNull();
  cleanup();
  await ask(two);
  const screen = openScreen(owner, `/opportunities/${opportunityId}/rounds`);
  await screen.findByText('2 people have been asked, and the quorum is 3: only you can reveal this round.');
  await screen.press('button', 'Let 2 be enough');
  await expect.poll(async () => (await owner.api.round.get.query({ roundId })).quorum).toBe(2);
  await expect.poll(() => screen.queryByText(/only you can reveal/)).toBeNull();
});
