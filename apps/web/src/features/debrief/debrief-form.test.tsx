import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../tests/support/table.ts';

const world = holdWorld();

async function begin(name: string) {
  const person = await world().person(name);
  const { opportunityId } = await makeOffer(person);
  const { debriefId } = await person.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const kept = () => person.api.debrief.get.query({ debriefId });
  return { person, opportunityId, debriefId, kept, screen: openScreen(person, `/opportunities/${opportunityId}/debriefs`) };
}

test('what is written saves itself, and is kept over a fault until it can', async () => {
  const { screen, kept } = await begin('Ana');
  await screen.press('button', /^Interview/).catch(() => undefined);
  screen.break('debrief.save');
  await screen.write(/^What they said/, '“We will decide by Friday.”');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('“We will decide by Friday.”')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save again');
  await expect.poll(kept).toMatchObject({ document: { said: '“We will decide by Friday.”' } });
});

test('a day alone is a day; with a time it is a moment where I am', async () => {
  const { screen, kept } = await begin('Ben');
  await screen.set('Day', '2026-11-18');
  await expect.poll(kept).toMatchObject({ document: { time: { type: 'day', day: '2026-11-18' } } });
  await screen.set('Time', '09:30');
  const moment = { type: 'moment', at: '2026-11-18T08:30:00.000Z', zone: 'Europe/Vienna' };
  await expect.poll(kept).toMatchObject({ document: { time: moment } });
  await screen.choose('Confidence before', '7');
  await screen.choose('How you spoke', 'video');
  await expect.poll(kept).toMatchObject({ document: { confidenceBefore: 7, channel: 'video', time: moment } });
});
