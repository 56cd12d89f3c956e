import { wholeLevels } from '@parley/domain/item/levels';
import { expect, test } from 'vitest';
import { briefOf } from '../../../../../tests/support/rehearsals.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../tests/support/table.ts';

const world = holdWorld();

async function asked() {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Thursday', [ana, ben]);
  const { negotiationId } = await openTable(ana);
  const levels = wholeLevels('hidden');
  await ana.api.share.set.mutate({ itemId: negotiationId, councilId, readerId: null, levels, expiresAt: null });
  const { rehearsalId } = await ana.api.rehearsal.ask.mutate({ negotiationId, peerId: ben.id });
  return { ana, ben, negotiationId, rehearsalId };
}

test('the employer’s brief is kept through a failure, and can be changed until it begins', async () => {
  const { ana, ben, rehearsalId } = await asked();
  const screen = openScreen(ben, `/rehearsals/${rehearsalId}`);
  await screen.write(/^What you would give instead/, 'Five days of leave');
  screen.break('rehearsal.brief');
  await screen.press('button', 'I am ready');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'I am ready');
  await screen.findByText('Five days of leave');
  await screen.press('button', 'Change the brief');
  await screen.press('button', 'Keep the brief');
  await screen.find('button', 'Begin the call');
  expect((await ana.api.rehearsal.get.query({ rehearsalId })).brief).toBeNull();
});

test('the candidate waits for the brief, and says so', async () => {
  const { ana, rehearsalId } = await asked();
  const screen = openScreen(ana, `/rehearsals/${rehearsalId}`);
  const begin = await screen.find('button', 'Begin the call');
  await screen.findByText(/^Ben writes the brief first/);
  expect(begin.getAttribute('aria-disabled')).toBe('true');
});

test('the candidate is told of a step that the other made, ends, answers, and deletes it', async () => {
  const { ana, ben, negotiationId, rehearsalId } = await asked();
  await ben.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('A sign-on') });
  await ben.api.rehearsal.begin.mutate({ rehearsalId });
  const live = openScreen(ana, `/rehearsals/${rehearsalId}`);
  await live.find('heading', 'Say that you want it');
  await ben.api.rehearsal.move.mutate({ rehearsalId, step: 0, to: 2 });
  await live.press('button', 'Next');
  await live.findByText(/^The other has just moved it on/);
  await live.find('heading', 'One clear ask');
  await live.write('The words', 'I would ask for 140');
  await live.press('button', 'Write it down');
  await live.findByText('“I would ask for 140”');
  await live.press('button', 'End the call');
  await live.press('button', 'Seal my answers');
  await live.findByText('Write one thing to change.');
  await live.write('What did you hear Ben say?', 'A no');
  await live.write('What made it believable?', 'The tone');
  await live.write('One thing you change next time', 'Wait longer');
  await live.press('button', 'Seal my answers');
  await live.find('heading', 'Ben is still writing');
  await live.press('button', 'Open without waiting');
  await live.findByText(/^Ben has not answered yet, and can no longer do so\. This shows their brief now\.$/);
  expect((await ana.api.rehearsal.get.query({ rehearsalId })).state).toBe('reflecting');
  await live.press('button', 'Open it now');
  await live.find('heading', 'The brief, opened');
  await live.press('button', 'More about this rehearsal');
  await live.press('menuitem', 'Delete this rehearsal');
  await live.press('button', 'Delete the rehearsal');
  await live.find('heading', 'Rehearse the call');
  expect((await ana.api.rehearsal.list.query({ negotiationId })).rehearsals).toEqual([]);
});
