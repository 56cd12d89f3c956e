import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { blankQuestion } from '@parley/domain/mission/edit';
import { emptyMission } from '@parley/domain/mission/mission';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

async function begin(name: string) {
  const person = await world().person(name);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' } as const;
  const { opportunityId } = await person.api.opportunity.create.mutate(opening);
  const { missionId } = await person.api.mission.create.mutate({ opportunityId });
  const screen = openScreen(person, `/opportunities/${opportunityId}/mission`);
  const kept = () => person.api.mission.get.query({ missionId });
  return { person, missionId, screen, kept };
}

type Screen = Awaited<ReturnType<typeof begin>>['screen'];

/** Writes the statement of the mission where it stands. */
async function state(screen: Screen, text: string) {
  const [line] = await screen.findAllByRole('group', { name: /press Enter to edit/ });
  line?.focus();
  await screen.type('{Enter}');
  await screen.write('The mission in one or two sentences', text);
  await screen.type('{Escape}');
  await screen.find('heading', text);
}

test('the owner is told where the text names the company that readers may not see', async () => {
  const { screen } = await begin('Ana');
  await state(screen, 'Make payments at northwind-pay boring.');
  await screen.findByText('Your text names Northwind Pay.');
  await state(screen, 'Make payments boring.');
  await expect.poll(() => screen.queryByText('Your text names Northwind Pay.')).toBeNull();
});

test('two windows that write one line at once: both are shown, and the person chooses', async () => {
  const { screen, person, missionId, kept } = await begin('Ben');
  await state(screen, 'The first text.');
  await expect.poll(kept).toMatchObject({ document: { statement: 'The first text.' } });
  const { rev } = await kept();
  // this window does not hear of the other's save
  screen.break('mission.get');
  const document = { ...emptyMission, statement: 'Written in the other window.' };
  await person.twin().api.mission.save.mutate({ missionId, rev, document });
  await state(screen, 'Written in this window.');
  await screen.findByText(/^One line was written in two places\./);
  expect(screen.getByText('Newer, from elsewhere')).toBeTruthy();
  // the words that differ are marked
  expect(screen.getByText(/other/, { selector: 'mark' })).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Keep yours');
  await expect.poll(kept).toMatchObject({ document: { statement: 'Written in this window.' } });
});

test('two windows that write different lines at once: both are kept', async () => {
  const { screen, person, missionId, kept } = await begin('Dan');
  await state(screen, 'The first text.');
  await expect.poll(kept).toMatchObject({ document: { statement: 'The first text.' } });
  const { rev, document } = await kept();
  screen.break('mission.get');
  const questions = [{ ...blankQuestion(newId(), null), text: 'Who decides?' }];
  await person.twin().api.mission.save.mutate({ missionId, rev, document: { ...document, questions } });
  await state(screen, 'Written in this window.');
  await screen.findByText('Who decides?');
  await expect.poll(kept).toMatchObject({ document: { statement: 'Written in this window.', questions } });
  screen.mend();
});

test('a mission that others read is not called private, and taking it back says first who loses it', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Thursday', [ana, ben]);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' } as const;
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
  const levels = wholeLevels('exact');
  await ana.api.share.set.mutate({ itemId: missionId, councilId, readerId: null, levels, expiresAt: null });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/mission`);
  await screen.findByText('in review by the council');
  await screen.press('button', 'Make it private again');
  await screen.findByText(/^Ben will no longer see it\./);
  expect((await ben.post('mission.get', { missionId })).status).toBe(200);
  await screen.press('button', 'Make it private');
  await screen.find('button', 'Share it for review');
  await screen.find('button', /^Who sees this: only you/);
  expect((await ben.post('mission.get', { missionId })).status).toBe(404);
});

test('a private mission says so once, and a line of one’s own is commented on from its menu', async () => {
  const { screen, person, missionId } = await begin('Fay');
  await person.api.mission.save.mutate({
    missionId,
    rev: 1,
    document: { ...emptyMission, statement: 'Ship.', questions: [{ ...blankQuestion(newId(), null), text: 'Who decides?' }] },
  });
  await screen.press('button', 'Actions for “Who decides?”');
  await screen.press('menuitem', 'Comment');
  await screen.findByLabelText(/^Start (a|another) conversation$/);
  await screen.find('button', /^Who sees this: only you/);
  expect(screen.queryByText('private')).toBeNull();
});
