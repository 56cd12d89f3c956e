import { newId } from '@parley/db/id';
import { blankQuestion } from '@parley/domain/mission/edit';
import { emptyMission } from '@parley/domain/mission/mission';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();
const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' } as const;

test('the page holds what is chosen for it, and leaves answers at home', async () => {
  const ana = await world().person('Ana');
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
  const questions = [{ ...blankQuestion(newId(), null), text: 'Who decides?', asked: true, answer: 'The board, they said.' }];
  const document = { ...emptyMission, statement: 'Make payments boring.', questions };
  await ana.api.mission.save.mutate({ missionId, rev: 1, document });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/paper`);
  await screen.find('heading', 'Make payments boring.');
  await screen.findByText('Who decides?');
  expect(screen.queryByText(/The board/)).toBeNull();
  await screen.press('checkbox', 'Open questions');
  expect(screen.queryByText('Who decides?')).toBeNull();
});

test('without a mission of one’s own there is nothing to take out', async () => {
  const ben = await world().person('Ben');
  const { opportunityId } = await ben.api.opportunity.create.mutate(opening);
  const screen = openScreen(ben, `/opportunities/${opportunityId}/paper`);
  await screen.findByText('There is no mission of yours here.');
});
