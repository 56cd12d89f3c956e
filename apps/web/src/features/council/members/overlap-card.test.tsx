import { expect, test } from 'vitest';
import { inDays } from '../../../../../../tests/support/clock.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('a member looks whether there is one, and reads the same sentence as the other', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Overlap', [ana, ben]);
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'interview', on: '2026-11-01' } as const;
  for (const person of [ana, ben]) await person.api.opportunity.create.mutate(opening);
  await world().client.stageChange.updateMany({ data: { at: inDays(-3) } });
  await ben.api.overlap.look.mutate({ councilId });
  const screen = openScreen(ana, `/council/${councilId}`);
  screen.break('overlap.look');
  await screen.press('button', 'Look whether there is one');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Look whether there is one');
  await screen.findByText(/^There is one\./);
  await screen.findByText('You have looked within the last day. Look again tomorrow.');
  expect((await ben.api.overlap.page.query({ councilId })).told).toBe(true);
  await screen.press('button', 'Stop looking');
  await screen.findByText('Nothing of yours is compared any more.');
});

test('who has nothing in process for two days is told why there is nothing to look for', async () => {
  const [cy, dan] = [await world().person('Cy'), await world().person('Dan')];
  const councilId = await world().council('Nothing', [cy, dan]);
  const screen = openScreen(dan, `/council/${councilId}`);
  await screen.findByText('Nothing of yours has been in process for two days yet.');
});
