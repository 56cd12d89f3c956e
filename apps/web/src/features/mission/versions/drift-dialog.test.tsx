import { wholeLevels } from '@parley/domain/item/levels';
import { emptyMission } from '@parley/domain/mission/mission';
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

const posting = 'You will own our payments platform.\n\nمن الرياض أو عن بعد';
const corrections = 'Not the platform: the three teams that use it.';
const accounts = ['The posting', 'Your mission', 'The manager’s corrections'];

async function begin(name: string) {
  const person = await world().person(name);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' } as const;
  const { opportunityId } = await person.api.opportunity.create.mutate(opening);
  const { missionId } = await person.api.mission.create.mutate({ opportunityId });
  return { person, opportunityId, missionId, address: `/opportunities/${opportunityId}/mission` };
}

test('what is missing beside a mission says what to do', async () => {
  const { person, address } = await begin('Cleo');
  const screen = openScreen(person, address);
  await screen.press('button', 'Role drift');
  await screen.findByText('No posting yet. Paste its text under Overview, Details.');
  screen.getByText('Nothing written yet.');
  screen.getByText('Nothing yet. Write down their words once they have seen the mission.');
});

test('role drift: the posting, the mission and the manager’s corrections stand beside each other', async () => {
  const { person, opportunityId, missionId, address } = await begin('Ana');
  const blank = { level: '', place: '', source: '', targeted: false, people: [], next: null };
  const details = { company: 'Northwind Pay', alias: 'a shop', role: 'Staff engineer', ...blank, posting };
  await person.api.opportunity.save.mutate({ opportunityId, rev: 1, details });
  const document = { ...emptyMission, statement: 'Make payments boring.', corrections };
  await person.api.mission.save.mutate({ missionId, rev: 1, document });
  const screen = openScreen(person, address);
  await screen.press('button', 'Role drift');
  const dialog = within(await screen.find('dialog', 'Role drift'));
  await expect.poll(() => dialog.getByRole('region', { name: 'The posting' }).textContent).toContain('من الرياض');
  const said = accounts.map((name) => dialog.getByRole('region', { name }).textContent);
  expect(said).toEqual([
    expect.stringContaining(posting),
    expect.stringContaining('boring'),
    expect.stringContaining(corrections),
  ]);
});

test('role drift is the owner’s: the posting names the company, and a reader is not asked to look', async () => {
  const { person: dora, missionId, address } = await begin('Dora');
  const eve = await world().person('Eve');
  const councilId = await world().council('Thursday', [dora, eve]);
  const levels = wholeLevels('hidden');
  await dora.api.share.set.mutate({ itemId: missionId, councilId, readerId: null, levels, expiresAt: null });
  const screen = openScreen(eve, address);
  await screen.find('button', 'Versions');
  expect(screen.all('button', 'Role drift')).toEqual([]);
});
