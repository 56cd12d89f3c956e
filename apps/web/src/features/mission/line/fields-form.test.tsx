import { newId } from '@parley/db/id';
import { blankKeyResult, putKeyResult } from '@parley/domain/mission/edit';
import { emptyMission } from '@parley/domain/mission/mission';
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();
const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' } as const;

/** A mission with one objective that has no number yet. */
async function begin(who: string | Person) {
  const person = typeof who === 'string' ? await world().person(who) : who;
  const { opportunityId } = await person.api.opportunity.create.mutate(opening);
  const { missionId } = await person.api.mission.create.mutate({ opportunityId });
  const objectives = [{ id: newId(), title: 'Ship without fear', keyResults: [] }];
  await person.api.mission.save.mutate({ missionId, rev: 1, document: { ...emptyMission, statement: 'Boring.', objectives } });
  const screen = openScreen(person, `/opportunities/${opportunityId}/mission`);
  return { screen, kept: () => person.api.mission.get.query({ missionId }).then(({ document }) => document) };
}

test('a key result says what is wrong beside each number, and the way follows from them', async () => {
  const { screen, kept } = await begin('Ana');
  await screen.press('button', 'Key result');
  await screen.press('button', 'All fields');
  await screen.press('button', 'Done');
  await screen.refused('What is measured', 'Write the metric.');
  await screen.write('What is measured', 'Minutes to production');
  await screen.write('Start', '45');
  await screen.write('Target', '45');
  await screen.press('button', 'Done');
  await screen.refused('Target', 'The target is the same as the start.');
  await screen.write('Target', '12');
  expect(screen.getByLabelText<HTMLInputElement>('should fall').checked).toBe(true);
  await screen.write('Now (optional)', '31,8');
  await screen.press('button', 'Done');
  await screen.press('button', '31.8');
  await screen.press('button', 'Done');
  const written = { metric: 'Minutes to production', direction: 'fall', start: '45', target: '12', current: '31.8' };
  await expect.poll(kept).toMatchObject({ objectives: [{ keyResults: [written] }] });
  const meter = await screen.find('meter', 'Progress of Minutes to production');
  expect(meter.getAttribute('aria-valuetext')).toBe('40%');
});

test('a need says what it takes and what it serves', async () => {
  const { screen, kept } = await begin('Ben');
  await screen.press('button', 'Need');
  await screen.press('button', 'All fields');
  await screen.press('button', 'Done');
  await screen.refused('What it takes', 'Write what it takes.');
  await screen.write('What it takes', 'Two more engineers');
  await screen.write('Amount (optional)', '240k');
  await screen.press('button', 'Done');
  const need = { text: 'Two more engineers', amount: { minor: 24_000_000, currency: 'EUR' }, keyResultId: null };
  await expect.poll(kept).toMatchObject({ needs: [need] });
  await screen.findByText('€240,000');
});

test('a need rests on a proof of the library, said below it in the words that others may read', async () => {
  const eli = await world().person('Eli');
  const proof = { outcome: 'Halved the queue', metric: '40 to 20', scope: 'Three teams', verify: 'Ask Ida', led: true };
  const { proofId } = await eli.api.proof.create.mutate({ proof });
  const { screen, kept } = await begin(eli);
  await screen.press('button', 'Need');
  await screen.press('button', 'All fields');
  await screen.write('What it takes', 'Two more engineers');
  await screen.choose('Shown by your proof (optional)', 'Halved the queue (40 to 20)');
  await screen.press('button', 'Done');
  await screen.findByText('Halved the queue (40 to 20)');
  expect(screen.queryByText(/Ask Ida|Three teams/)).toBeNull();
  const rests = { proofId, words: 'Halved the queue (40 to 20)' };
  await expect.poll(kept).toMatchObject({ needs: [{ text: 'Two more engineers', proof: rests }] });
});

test('a line typed before a reload says what it now reads before it takes its place', async () => {
  const cara = await world().person('Cara');
  const { opportunityId } = await cara.api.opportunity.create.mutate(opening);
  const { missionId } = await cara.api.mission.create.mutate({ opportunityId });
  const address = `/opportunities/${opportunityId}/mission`;
  const line = {
    ...blankKeyResult(newId()),
    metric: 'Minutes to production',
    start: '45',
    target: '12',
    direction: 'fall' as const,
  };
  const objective = { id: newId(), title: 'Ship without fear', keyResults: [line] };
  const document = { ...emptyMission, statement: 'Boring.', objectives: [objective] };
  await cara.api.mission.save.mutate({ missionId, rev: 1, document });
  const before = openScreen(cara, address);
  await before.press('group', /^Minutes to production/);
  await before.write('Key result', 'Minutes from merge to production 45 → 12');
  cleanup();
  const newer = putKeyResult(document, objective.id, { ...line, metric: 'Hours to production' });
  await cara.twin().api.mission.save.mutate({ missionId, rev: 2, document: newer });
  const screen = openScreen(cara, address);
  // it stands open at once
  expect(await screen.findByDisplayValue('Minutes from merge to production 45 → 12')).toBeTruthy();
  await screen.findByText(/It now reads: “Hours to production 45 → 12”\. Done puts your text in its place\./);
  await screen.press('button', 'Done');
  const kept = () => cara.api.mission.get.query({ missionId });
  await expect.poll(async () => JSON.stringify(await kept())).toContain('Minutes from merge to production');
});
