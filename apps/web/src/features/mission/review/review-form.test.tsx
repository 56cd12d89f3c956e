import { wholeLevels } from '@parley/domain/item/levels';
import { emptyMission } from '@parley/domain/mission/mission';
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();
const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: 'fintech', stage: 'interview', on: '2026-11-10' } as const;
const levels = wholeLevels('hidden');

async function begin(ana: Person, ben: Person) {
  const councilId = await world().council('Wednesday', [ana, ben]);
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
  const document = { ...emptyMission, statement: 'Pay on time.', feedback: { kind: 'likeWishWonder' as const } };
  await ana.api.mission.save.mutate({ missionId, rev: 1, document });
  const share = () => ana.api.share.set.mutate({ itemId: missionId, councilId, readerId: ben.id, levels, expiresAt: null });
  await share();
  return { missionId, share, address: `/opportunities/${opportunityId}/mission` };
}

test('a reviewer answers in the frame that was asked for, and both see that they have reviewed', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const { missionId, address } = await begin(ana, ben);
  const screen = openScreen(ben, address);
  await screen.write('I like …', 'how short it is.');
  await screen.write('I wonder …', 'who pays.');
  await screen.press('button', 'Give your review');
  await screen.findByText(/^You have reviewed this/);
  const [thread] = (await ana.api.thread.list.query({ itemId: missionId })).threads;
  expect(thread?.comments[0]?.text).toBe('**I like** how short it is.\n\n**I wonder** who pays.');
  cleanup();
  const owners = openScreen(ana, address);
  const region = await owners.find('region', 'Who has reviewed it');
  expect(region.textContent).toMatch(/Ben/);
  expect(region.textContent).not.toContain('not yet');
});

test('when the share is taken back while somebody writes, their words stay with them until it is shared again', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const { missionId, share, address } = await begin(ana, ben);
  const screen = openScreen(ben, address);
  await screen.write('I wish …', 'for a number.');
  const { rev } = await ana.api.mission.get.query({ missionId });
  await ana.api.mission.setState.mutate({ missionId, rev, state: 'private' });
  await screen.press('button', 'Give your review');
  await screen.findByText(
    /no longer shares this with you. What you wrote is kept in this browser.|None of this is shared with you./,
  );
  expect((await ana.api.thread.list.query({ itemId: missionId })).threads).toEqual([]);
  cleanup();
  await share();
  const back = openScreen(ben, address);
  await back.findByDisplayValue('for a number.');
  await back.press('button', 'Give your review');
  await back.findByText(/^You have reviewed this/);
});
