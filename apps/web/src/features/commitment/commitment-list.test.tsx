import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

async function seat() {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  return { ana, ben, councilId: await world().council('Thursday', [ana, ben]) };
}

test('a commitment of my own wants words, outlives a fault, and can be shown to a council', async () => {
  const { ana, ben, councilId } = await seat();
  const screen = openScreen(ana, '/me');
  await screen.press('button', 'Commit to something');
  await screen.press('button', 'Commit to it');
  await screen.refused('What will you do?', 'Write what you will do.');
  await screen.write('What will you do?', 'Write to three people');
  await screen.choose('Who sees it', 'Thursday');
  screen.break('commitment.take');
  await screen.press('button', 'Commit to it');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Commit to it');
  await screen.find('button', /^More: “Write to three/);
  expect((await ben.api.commitment.shown.query({ councilId })).commitments).toMatchObject([{ text: 'Write to three people' }]);
});

test('when its day has come, it is asked whether it was kept', async () => {
  const { ana, ben, councilId } = await seat();
  await ana.api.commitment.take.mutate({ councilId, commitment: { text: 'Ask for the level', dueOn: '2020-01-02' } });
  await ben.api.commitment.take.mutate({ councilId, commitment: { text: 'Sleep', dueOn: '2020-01-02' } });
  const screen = openScreen(ana, `/council/${councilId}`);
  await screen.press('button', 'Kept');
  await screen.findByText('1 of 1 kept');
  expect(screen.all('button', 'Kept')).toEqual([]);
  expect(await ana.api.commitment.list.query()).toMatchObject([{ state: 'kept' }]);
});

test('the one thing I change in a debrief becomes a commitment in one press', async () => {
  const { ana } = await seat();
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'interview', on: '2026-11-02' } as const;
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const { document } = await ana.api.debrief.get.query({ debriefId });
  await ana.api.debrief.save.mutate({ debriefId, rev: 1, document: { ...document, change: 'Ask about the team first' } });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/debriefs?open=${debriefId}`);
  await screen.press('button', 'Commit to it for a week');
  await screen.find('link', 'A commitment');
  expect(await ana.api.commitment.list.query()).toMatchObject([{ text: 'Ask about the team first', debriefId }]);
});
