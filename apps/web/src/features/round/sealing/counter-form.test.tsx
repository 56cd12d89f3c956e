import { wholeLevels } from '@parley/domain/item/levels';
import { expect, test } from 'vitest';
import { inDays } from '../../../../../../tests/support/clock.ts';
import { roundDocument } from '../../../../../../tests/support/rounds.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

/** A round of somebody's that asks a peer for a base and a relocation. */
async function ask(names: readonly [string, string]) {
  const [owner, peer] = [await world().person(names[0]), await world().person(names[1])];
  // who seals last reveals: somebody else is always missing
  const councilId = await world().council('Thursday', [owner, peer, await world().person('Eva')]);
  const { negotiationId, opportunityId } = await openTable(owner);
  const { roundId } = await owner.api.round.create.mutate({ negotiationId });
  const others = [{ name: 'Relocation', every: 'once' as const, inPlay: true, now: null }];
  const document = { ...roundDocument('What would you counter?'), others };
  await owner.api.round.save.mutate({ roundId, rev: 1, document, deadlineAt: null, quorum: 2, named: true });
  await owner.api.share.set.mutate({
    itemId: roundId,
    councilId,
    readerId: null,
    levels: wholeLevels('hidden'),
    expiresAt: null,
  });
  await owner.api.round.open.mutate({ roundId, rev: 2 });
  return { owner, peer, roundId, address: `/opportunities/${opportunityId}/rounds` };
}

test('an envelope wants a number for everything in play, adds them up, and is sealed over a fault', async () => {
  const { peer, address } = await ask(['Ana', 'Ben']);
  const screen = openScreen(peer, address);
  await screen.findByText('As offered, €120,000. Not your number yet.');
  await screen.write('Base, a year', '');
  await screen.press('button', 'Seal my package');
  await screen.refused('Relocation, once', 'Give a number for “Relocation”.');
  await screen.write('Relocation, once', '6k');
  await screen.press('button', 'Seal my package');
  await screen.refused('Base, a year', 'Give a number for the base.');
  expect(document.body.textContent).toContain('4-year total: once every number is there');
  await screen.write('Base, a year', '123,456');
  await expect.poll(() => document.body.textContent).toContain('4-year total: €499,824');
  await screen.write(/^Why this package/, 'A second thought');
  screen.break('round.seal');
  await screen.press('button', 'Seal my package');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('A second thought')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Seal my package');
  await screen.findByText('Your package is sealed. Only you can open it.');
  expect(document.body.textContent).not.toContain('123,456');
  await screen.press('button', 'Open it');
  await screen.findByText('€123,456');
});

test('what was left as offered is asked about before it is sealed, and abstained from at a press', async () => {
  const { peer, owner, roundId, address } = await ask(['Fay', 'Gil']);
  const screen = openScreen(peer, address);
  await screen.write('Relocation, once', '6k');
  await screen.press('button', 'Seal my package');
  await screen.findByText(/^Left as offered: Base/);
  expect((await peer.api.round.get.query({ roundId })).stage).toMatchObject({ own: null });
  await screen.press('button', 'Abstain from it');
  await screen.findByText('Your package is sealed. Only you can open it.');
  expect((await peer.api.round.get.query({ roundId })).stage).toMatchObject({ own: { abstains: ['base'] } });
  await owner.api.round.cancel.mutate({ roundId });
});

test('the owner gives another deadline; one that has passed is refused beside its field', async () => {
  const { owner, address, roundId } = await ask(['Cara', 'Dan']);
  const screen = openScreen(owner, address);
  await screen.press('button', 'Set a deadline');
  await screen.set('Deadline', '2026-11-01T10:00');
  await screen.press('button', 'Set the deadline');
  await screen.find('alert');
  expect(await owner.api.round.get.query({ roundId })).toMatchObject({ deadlineAt: null });
  await screen.set('Deadline', `${inDays(3).toISOString().slice(0, 10)}T10:00`);
  await screen.press('button', 'Set the deadline');
  const kept = () => owner.api.round.get.query({ roundId });
  await expect.poll(kept).toMatchObject({ deadlineAt: '2026-11-23T09:00:00.000Z' });
});
