import { wholeLevels } from '@parley/domain/item/levels';
import { emptyMission } from '@parley/domain/mission/mission';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

async function begin(name: string) {
  const person = await world().person(name);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' } as const;
  const { opportunityId } = await person.api.opportunity.create.mutate(opening);
  const { missionId } = await person.api.mission.create.mutate({ opportunityId });
  await person.api.mission.save.mutate({ missionId, rev: 1, document: { ...emptyMission, statement: 'Make payments boring.' } });
  const address = `/opportunities/${opportunityId}/mission`;
  const kept = () => person.api.mission.get.query({ missionId });
  return { person, missionId, address, kept };
}

test('a version is compared with what stands now by words, and restored', async () => {
  const { person, missionId, address, kept } = await begin('Ana');
  await person.api.mission.keep.mutate({ missionId, rev: 2, word: 'At first' });
  await person.api.mission.save.mutate({ missionId, rev: 2, document: { ...emptyMission, statement: 'Make payments dull.' } });
  const screen = openScreen(person, address);
  await screen.press('button', 'Versions');
  await screen.findByText('boring');
  expect([screen.getByText('boring').tagName, screen.getByText('dull').tagName]).toEqual(['DEL', 'INS']);
  await screen.press('button', 'Restore “From”');
  await expect.poll(kept).toMatchObject({ document: { statement: 'Make payments boring.' } });
  await screen.find('heading', 'Make payments boring.');
});

test('a version is saved with a word, and what was typed stays when it could not be', async () => {
  const { person, missionId, address } = await begin('Ben');
  const screen = openScreen(person, address, { breaks: ['mission.keep'] });
  await screen.press('button', 'Versions');
  await screen.write('Why you keep it (optional)', 'Before the call');
  await screen.press('button', 'Save a version');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Save a version');
  await screen.findByText('Saved. It stands below as the newest.');
  await screen.findByText('Both say the same.');
  const [newest] = await person.api.mission.versions.query({ missionId });
  expect(newest).toMatchObject({ why: 'saved', word: 'Before the call' });
});

test('the owner accepts what a reader suggests, and declines another with a word', async () => {
  const { person: ana, missionId, address, kept } = await begin('Cara');
  const dan = await world().person('Dan');
  const councilId = await world().council('Thursday', [ana, dan]);
  await ana.api.share.set.mutate({
    itemId: missionId,
    councilId,
    readerId: null,
    levels: wholeLevels('hidden'),
    expiresAt: null,
  });
  const of = 'Make payments boring.';
  const about = { itemId: missionId, blockId: 'statement', label: 'Statement', text: '', mentions: [] };
  await dan.api.suggestion.make.mutate({ ...about, quote: { of, start: 14, end: 20 }, words: 'dull' });
  await dan.api.suggestion.make.mutate({ ...about, quote: { of, start: 5, end: 13 }, words: 'invoices' });
  const screen = openScreen(ana, address);
  await screen.press('button', /comments on: Make payments boring/);
  await screen.findAllByText('Suggests other words');
  const [first] = screen.getAllByRole('button', { name: 'Accept' });
  first?.click();
  await screen.findByText('1 resolved here');
  await expect.poll(kept).toMatchObject({ document: { statement: 'Make payments dull.' } });
  await screen.press('button', 'Decline');
  await screen.write('A word on why (optional)', 'They say payments.');
  await screen.press('button', 'Decline');
  await screen.findByText('2 resolved here');
  const { threads } = await dan.api.thread.list.query({ itemId: missionId });
  expect(threads.map(({ suggestion }) => suggestion?.state)).toEqual(['accepted', 'declined']);
  expect(threads[1]?.comments.at(-1)?.text).toBe('They say payments.');
});
