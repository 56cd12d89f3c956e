import { expect, test } from 'vitest';
import { inDays } from '../../../../../../tests/support/clock.ts';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('a member looks whether there is one, and reads the same sentence as the other', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Overlap', [ana, ben]);
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'interview', on: '2026-11-01' } as const;
  for (const person of [ana, ben]) await person.api.opportunity.create.mutate(opening);
  const screen = openScreen(ana, `/council/${councilId}`);
  await screen.findByText('Nothing of yours has been in process for two days yet.');
  await world().client.stageChange.updateMany({ data: { at: inDays(-3) } });
  await ben.api.overlap.look.mutate({ councilId });
  const later = openScreen(ana.twin(), `/council/${councilId}`);
  await later.click((await later.findAllByRole('button', { name: 'Look whether there is one' })).at(-1) ?? document.body);
  await later.findAllByText(/^There is one\./);
  expect((await ben.api.overlap.page.query({ councilId })).told).toBe(true);
});
