import { newId } from '@parley/db/id';
import type { Script } from '@parley/domain/negotiation/script/script';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();

/** Minor units of a year's base. */
type Numbers = { target?: number | null; limit?: number | null };

/** A negotiation with these scripts, and its screen. */
async function open(person: Person, scripts: Partial<Script>[], { target = null, limit = null }: Numbers = {}) {
  const table = await openTable(person);
  const { negotiationId } = table;
  // before the screen: who sees it has read the limit already
  if (limit)
    await person.api.walkAway.set.mutate({
      negotiationId,
      rev: 1,
      walkAway: { base: limit, total: null, leave: null, words: '' },
    });
  const { rev, plan } = await person.api.negotiation.get.query({ negotiationId });
  const whole = scripts.map((script) => ({ id: newId(), name: 'First call', text: '', slots: [], cites: null, ...script }));
  const next = { ...plan, target: { base: target, total: null }, scripts: whole };
  await person.api.negotiation.save.mutate({ negotiationId, rev, plan: next });
  const screen = openScreen(person, `/opportunities/${table.opportunityId}/negotiation/plan`);
  const saved = async () => (await person.api.negotiation.get.query({ negotiationId })).plan.scripts;
  const said = async () => (await screen.findByLabelText('As you will say it')).textContent;
  return { ...table, screen, saved, said };
}

test('what is open in the script becomes a field, and is said once it is filled', async () => {
  const ana = await world().person('Ana');
  const { screen, saved, said } = await open(ana, [{}]);
  await screen.write('Script', 'If you can get to [figure], I sign today.');
  await screen.write('figure', '€120,000');
  expect(await said()).toBe('If you can get to €120,000, I sign today.');
  await expect.poll(saved).toMatchObject([{ slots: [{ name: 'figure', value: '€120,000' }], cites: null }]);
});

test('a figure of the plan is put in from a list, follows the plan, and says when its field is empty', async () => {
  const ana = await world().person('Ana');
  const { screen, saved, said } = await open(ana, [{}], { target: 9_800_000 });
  await screen.write('Script', 'I ask for ');
  await screen.press('button', 'Put in a figure of the plan');
  await screen.press('menuitem', /Target base: €98,000/);
  await expect.poll(said).toBe('I ask for €98,000');
  await expect.poll(saved).toMatchObject([{ text: 'I ask for {target}' }]);
  await screen.press('button', 'Edit the numbers');
  await screen.write(/^Target base, a year/, '101k');
  await expect.poll(said).toBe('I ask for €101,000');
  await screen.write(/^Target base, a year/, '');
  await expect.poll(said).toBe('I ask for [Target base, from your numbers]');
});

test('a sentence is taken from the steps of the method, and silence is a line of its own', async () => {
  const ana = await world().person('Ana');
  const { screen, said } = await open(ana, [{ text: 'Hello.' }]);
  await screen.press('button', 'Edit the script');
  await screen.press('button', 'Is there a range?');
  const [silence] = screen.all('button', 'Silence, as a line of its own');
  if (silence) await screen.click(silence);
  await expect.poll(said).toMatch(/Hello\.Is there a range\?Silence\. They speak next\./);
});

test('there are several, each kept, compared and taken back by itself', async () => {
  const ana = await world().person('Ana');
  const { screen, saved, said } = await open(ana, [
    { text: 'I ask for ninety-five.' },
    { name: 'Counter by phone', text: 'Hm.' },
  ]);
  await screen.press('button', 'Keep this version');
  await screen.findByText(/Kept\. It is under/);
  await screen.press('button', 'Edit the script');
  await screen.write('Script', 'I ask for ninety-eight.');
  await expect.poll(saved).toMatchObject([{ text: 'I ask for ninety-eight.' }, { text: 'Hm.' }]);
  await screen.press('button', 'More: “First call”');
  await screen.press('menuitem', 'Earlier versions');
  expect((await screen.findByText('five')).tagName).toBe('DEL');
  expect(screen.getByText('eight').tagName).toBe('INS');
  await screen.press('button', 'Restore “From”');
  await expect.poll(saved).toMatchObject([{ text: 'I ask for ninety-five.' }, { text: 'Hm.' }]);
  await screen.press('button', 'Counter by phone');
  expect(await said()).toBe('Hm.');
});

test('the walk-away is warned of before it is saved, with the place, and goes no further until that is said', async () => {
  const ana = await world().person('Ana');
  const { screen, saved, negotiationId } = await open(ana, [{}], { limit: 8_800_000 });
  await screen.write('Script', 'I could live with 88k, no less.');
  await screen.findByText('This is the figure of your walk-away.', undefined);
  expect(screen.getByText('88k', { selector: 'mark' })).toBeTruthy();
  expect(await saved()).toMatchObject([{ text: '' }]);
  await screen.press('button', 'Keep this version');
  await screen.findAllByText('One script is not saved yet: your walk-away stands in it.');
  expect(await ana.api.script.versions.query({ negotiationId })).toEqual([]);
  await screen.write(/^Target base, a year/, '98k');
  const plan = async () => (await ana.api.negotiation.get.query({ negotiationId })).plan;
  await expect.poll(plan).toMatchObject({ target: { base: 9_800_000 }, scripts: [{ text: '' }] });
  expect(screen.getByDisplayValue('I could live with 88k, no less.')).toBeTruthy();
  expect(screen.getByText('Go to “What you say”').getAttribute('href')).toContain('#say');
  await screen.press('button', 'Save it all the same');
  await expect.poll(saved).toMatchObject([{ text: 'I could live with 88k, no less.' }]);
});

test('a proof of one’s own is put where one writes', async () => {
  const dora = await world().person('Dora');
  const proof = { outcome: 'Cut the lead time from 45 to 12 minutes', metric: '', scope: '', verify: '', led: true };
  await dora.api.proof.create.mutate({ proof });
  const { screen, saved } = await open(dora, [{}]);
  await screen.write('Script', 'I want this job.');
  await screen.press('button', 'Use a proof');
  await screen.press('menuitem', /Cut the lead time/);
  await expect
    .poll(saved)
    .toMatchObject([{ text: expect.stringMatching(/^I want this job\.\n[\s\S]*ut the lead time from 45/) }]);
});
