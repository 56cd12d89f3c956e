import { newId } from '@parley/db/id';
import { emptyMission } from '@parley/domain/mission/mission';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { askFields, guardTable, moveOf, openTable } from '../../../../../../tests/support/table.ts';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();
const planOf = ({ opportunityId }: { opportunityId: string }) => `/opportunities/${opportunityId}/negotiation/plan`;
const asksOf = (person: Person, negotiationId: string) => async () =>
  (await person.api.negotiation.get.query({ negotiationId })).asks.map(({ title, amount, tier }) => ({ title, amount, tier }));

test('an ask wants words, reads its amount, and is kept over a fault', async () => {
  const ana = await world().person('Ana');
  const table = await openTable(ana);
  const screen = openScreen(ana, planOf(table));
  await screen.press('button', 'Add an ask');
  await screen.press('button', 'Add');
  await screen.refused('What I ask for', 'Write what you ask for.');
  await screen.write('What I ask for', 'A base of 128,000');
  await screen.write(/^Amount/, '128k');
  await screen.findByText('= €128,000');
  await screen.write(/^Amount/, 'a lot');
  await screen.press('button', 'Add');
  await screen.refused(/^Amount/, 'Enter an amount');
  await screen.write(/^Amount/, '128k');
  await screen.click(screen.getByLabelText('Nice to have'));
  screen.break('ask.create');
  await screen.press('button', 'Add');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('A base of 128,000')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Add');
  const kept = [{ title: 'A base of 128,000', amount: 12_800_000, tier: 'nice' }];
  await expect.poll(asksOf(ana, table.negotiationId)).toEqual(kept);
});

test('an amount a thousandth of what is on the table is asked about, of pay alone', async () => {
  const hal = await world().person('Hal');
  const table = await openTable(hal);
  await hal.api.move.add.mutate({
    negotiationId: table.negotiationId,
    move: moveOf('2026-05-10T09:00:00Z', 'employer', 11_800_000),
  });
  const screen = openScreen(hal, planOf(table));
  await screen.press('button', 'Add an ask');
  await screen.write('What I ask for', 'A base of 128');
  await screen.write(/^Amount/, '128');
  await screen.press('button', 'Add');
  await screen.findByText('€128. Did you mean €128,000?');
  expect(await asksOf(hal, table.negotiationId)()).toEqual([]);
  await screen.press('button', 'Take €128,000');
  await screen.press('button', 'Add');
  await expect.poll(asksOf(hal, table.negotiationId)).toMatchObject([{ amount: 12_800_000 }]);
  await screen.press('button', 'Add an ask');
  await screen.write('What I ask for', 'Training');
  await screen.choose('Kind of ask', 'resources');
  await screen.write(/^Amount/, '128');
  await screen.press('button', 'Add');
  await expect.poll(asksOf(hal, table.negotiationId)).toMatchObject([{ amount: 12_800_000 }, { amount: 12_800 }]);
});

test('what others ask for begins an ask on its leg, in words that can be changed', async () => {
  const gita = await world().person('Gita');
  const table = await openTable(gita);
  const screen = openScreen(gita, planOf(table));
  await screen.press('button', 'Add an ask');
  await screen.press('button', 'Training for the team');
  await screen.findByDisplayValue('Training for the team');
  expect(screen.getByLabelText('Kind of ask')).toHaveProperty('value', 'resources');
  await screen.write('Why', 'Nine cities need the same craft.');
  await screen.press('button', 'Add');
  await expect.poll(asksOf(gita, table.negotiationId)).toMatchObject([{ title: 'Training for the team' }]);
});

test('an ask that was saved in another window meanwhile shows both, and the person chooses', async () => {
  const ben = await world().person('Ben');
  const table = await openTable(ben);
  const { askId } = await ben.api.ask.create.mutate({ negotiationId: table.negotiationId, ask: askFields });
  const screen = openScreen(ben, planOf(table));
  await screen.press('button', /^(More|Actions).*Base 120/);
  await screen.press('menuitem', 'Edit');
  await screen.write('What I ask for', 'Base 125, mine');
  await ben.twin().api.ask.save.mutate({ askId, rev: 1, ask: { ...askFields, title: 'Base 130, theirs' } });
  await screen.press('button', 'Save');
  const conflict = await screen.find('alert');
  expect(conflict.textContent).toContain('Base 125, mine');
  expect(conflict.textContent).toContain('Base 130, theirs');
  await screen.press('button', 'Save mine over it');
  await expect.poll(asksOf(ben, table.negotiationId)).toMatchObject([{ title: 'Base 125, mine' }]);
});

test('a proof of the library becomes a reason, and what is only for its owner stays there', async () => {
  const dora = await world().person('Dora');
  const table = await openTable(dora);
  const outcome = 'Brought the ward’s falls down by a third in one winter';
  const proof = { outcome, metric: '31 → 20 falls', scope: 'Two wards', verify: 'Sister Okafor', led: true };
  await dora.api.proof.create.mutate({ proof });
  await dora.api.ask.create.mutate({ negotiationId: table.negotiationId, ask: { ...askFields, justification: '' } });
  const screen = openScreen(dora, planOf(table));
  await screen.findByText('No reason written yet: Base 120.');
  await screen.press('button', /^(More|Actions).*Base 120/);
  await screen.press('menuitem', 'Edit');
  await screen.write('Why', 'They asked for exactly this.');
  await screen.press('button', 'Use a proof');
  await screen.press('menuitem', /^Brought the ward/);
  await screen.press('button', 'Save');
  await expect.poll(() => screen.queryByText(/No reason written yet/)).toBeNull();
  const { asks } = await dora.api.negotiation.get.query({ negotiationId: table.negotiationId });
  expect(asks).toMatchObject([{ justification: `They asked for exactly this.\n${outcome} (31 → 20 falls)` }]);
  expect(JSON.stringify(asks)).not.toMatch(/Okafor|Two wards/);
});

test('a mission without needs says what it is for', async () => {
  const eve = await world().person('Eve');
  const screen = openScreen(eve, planOf(await openTable(eve)));
  await screen.press('button', 'From a need of the mission');
  await screen.findByText('The mission names no need yet');
});

test('a need of the mission is asked for by one press, once', async () => {
  const cara = await world().person('Cara');
  const table = await openTable(cara);
  const { missionId } = await cara.api.mission.create.mutate({ opportunityId: table.opportunityId });
  const need = { id: newId(), leg: 'resources', text: 'Two more engineers', amount: null, keyResultId: null } as const;
  await cara.api.mission.save.mutate({ missionId, rev: 1, document: { ...emptyMission, needs: [need] } });
  const screen = openScreen(cara, planOf(table));
  await screen.press('button', 'From a need of the mission');
  await screen.press('button', 'Ask for “Two more engineers”');
  await screen.findByText('asked for already');
  await expect.poll(asksOf(cara, table.negotiationId)).toMatchObject([{ title: 'Two more engineers' }]);
});

test('an ask is tied to a key result and to a proof, shows both, and is no bare one any more', async () => {
  const hana = await world().person('Hana');
  const table = await openTable(hana);
  const { negotiationId, opportunityId } = table;
  const { missionId } = await hana.api.mission.create.mutate({ opportunityId });
  const keyResult = {
    ...{ id: newId(), metric: 'Lead time of a release', direction: 'fall' as const, start: '45', target: '12', current: null },
    ...{ unit: 'minutes', due: null, firstNinetyDays: true },
  };
  const document = { ...emptyMission, objectives: [{ id: newId(), title: 'Faster', keyResults: [keyResult] }] };
  await hana.api.mission.save.mutate({ missionId, rev: 1, document });
  const proof = { outcome: 'Cut 45 minutes to 12', metric: '', scope: '', verify: '', led: true };
  await hana.api.proof.create.mutate({ proof });
  await hana.api.ask.create.mutate({ negotiationId, ask: { ...askFields, leg: 'support', title: 'A mentor' } });
  const screen = openScreen(hana, planOf(table));
  await screen.findByText('No reason written yet: A mentor.');
  await screen.press('button', /^(More|Actions).*A mentor/);
  await screen.press('menuitem', 'Edit');
  await screen.findByRole('option', { name: 'Lead time of a release' });
  await screen.choose(/^Serves the key result/, 'Lead time of a release');
  await screen.click(await screen.findByLabelText('Cut 45 minutes to 12'));
  await screen.press('button', 'Save');
  const based = async () => (await screen.findByRole('list', { name: 'Based on' })).textContent;
  await expect.poll(based).toBe('Lead time of a releaseCut 45 minutes to 12');
  expect(screen.queryByText(/No reason written yet/)).toBeNull();
});

test('an ask or a reply in which the walk-away stands waits until its owner says that it may: who reads along would read it', async () => {
  const ida = await world().person('Ida');
  const table = await openTable(ida);
  await guardTable(ida, table.negotiationId);
  const kept = asksOf(ida, table.negotiationId);
  const screen = openScreen(ida, planOf(table));
  await screen.press('button', 'Add an ask');
  await screen.write('What I ask for', 'A base of 195,000');
  await screen.write(/^If that is capped/, 'I would take 180k.');
  await screen.press('button', 'Add');
  await screen.findByText('This is the figure of your walk-away.');
  expect(await kept()).toEqual([]);
  await screen.press('button', 'Save it all the same');
  await expect.poll(kept).toHaveLength(1);
  await screen.press('button', 'Add what they may say');
  await screen.write('They may say', 'That is beyond the band.');
  await screen.write('I reply', 'Below 180,000 I leave.');
  await screen.press('button', 'Add');
  await screen.findByText('This is the figure of your walk-away.');
  await screen.write('I reply', 'What would the budget be?');
  await screen.press('button', 'Add');
  const replies = async () =>
    (await ida.api.negotiation.get.query({ negotiationId: table.negotiationId })).objections.map(({ reply }) => reply);
  await expect.poll(replies).toContain('What would the budget be?');
  expect(await replies()).not.toContain('Below 180,000 I leave.');
});
