import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../tests/support/table.ts';

const world = holdWorld();

async function begin(name: string) {
  const person = await world().person(name);
  const { opportunityId } = await makeOffer(person);
  const { debriefId } = await person.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const kept = () => person.api.debrief.get.query({ debriefId });
  return { person, debriefId, kept, screen: openScreen(person, `/opportunities/${opportunityId}/debriefs`) };
}

test('how it turned out is recorded over a fault, with its day, and taken back', async () => {
  const { screen, kept } = await begin('Ana');
  await screen.press('button', 'Record how it turned out');
  expect(screen.getByLabelText<HTMLInputElement>('On').value).toBe('2026-11-20');
  await screen.choose('Outcome', 'They said no');
  await screen.set('On', '');
  await screen.press('button', 'Save the outcome');
  await screen.refused('On', '');
  await screen.set('On', '2026-11-19');
  screen.break('debrief.setOutcome');
  await screen.press('button', 'Save the outcome');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('2026-11-19')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save the outcome');
  await expect.poll(kept).toMatchObject({ outcome: 'rejected', outcomeOn: '2026-11-19' });
  await screen.press('button', 'Change it');
  await screen.press('button', 'It is not known yet');
  await screen.findByText('Not known yet.');
  expect(await kept()).toMatchObject({ outcome: null });
});

test('who saved it elsewhere first is told about it, and nothing is overwritten', async () => {
  const { screen, kept, person, debriefId } = await begin('Ben');
  await screen.press('button', 'Record how it turned out');
  const result = { outcome: 'offer', on: '2026-11-18' } as const;
  const { rev } = await kept();
  await person.twin().api.debrief.setOutcome.mutate({ debriefId, rev, result });
  await screen.choose('Outcome', 'I withdrew');
  await screen.press('button', 'Save the outcome');
  await screen.findByText(/The debrief was saved somewhere else in the meantime/);
  expect(await kept()).toMatchObject({ outcome: 'offer' });
});

test('when the stage has moved since, what came of it takes one press', async () => {
  const { person, debriefId, kept, screen: first } = await begin('Dora');
  await first.findByText('Not known yet.');
  const { opportunityId } = await kept();
  await person.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'rejected', on: '2026-11-20' });
  cleanup();
  const screen = openScreen(person, `/opportunities/${opportunityId}/debriefs`);
  await screen.press('button', 'They said no');
  await screen.findByText('They said no');
  await expect.poll(kept).toMatchObject({ id: debriefId, outcome: 'rejected', supposed: null });
});
