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
  return { person, opportunityId, debriefId, kept, screen: openScreen(person, `/opportunities/${opportunityId}/debriefs`) };
}

test('what is written saves itself, and is kept over a fault until it can', async () => {
  const { screen, kept } = await begin('Ana');
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
  await screen.set('Confidence before', '7');
  await screen.choose('How you spoke', 'video');
  await expect.poll(kept).toMatchObject({ document: { confidenceBefore: 7, channel: 'video', time: moment } });
});

test('what was written reads as a page, and each part is written where it stands', async () => {
  const { screen, kept, person, debriefId } = await begin('Chiara');
  const { document } = await kept();
  const written = { ...document, said: '“The budget is fixed until spring.”', confidenceAfter: 3 };
  await person.api.debrief.save.mutate({ debriefId, rev: 1, document: written });
  cleanup();
  const later = openScreen(person, screen.where());
  await later.findByText('“The budget is fixed until spring.”');
  expect(later.all('textbox', /^What/)).toEqual([]);
  await later.press('button', 'Edit: What I infer');
  await later.write(/^What I infer/, 'They wait for the new budget.');
  await later.press('button', 'Done');
  await later.findByText('They wait for the new budget.');
  await expect.poll(kept).toMatchObject({ document: { inferred: 'They wait for the new budget.', confidenceAfter: 3 } });
});

test('a debrief is begun with a press, dated now, and made by its first words', async () => {
  const person = await world().person('Dana');
  const { opportunityId } = await makeOffer(person);
  const list = () => person.api.debrief.list.query({ opportunityId });
  const screen = openScreen(person, `/opportunities/${opportunityId}/debriefs?begin=interview`);
  await screen.find('textbox', 'What they said');
  expect(await list()).toEqual([]);
  screen.break('debrief.create');
  screen.break('debrief.save');
  await screen.write(/^What they said/, '“You would report to me.”');
  await screen.findByText(brokenWords);
  // the window is gone before it could be sent: the next one goes on with it
  cleanup();
  const next = openScreen(person, `/opportunities/${opportunityId}/debriefs`);
  expect(await next.findByDisplayValue('“You would report to me.”')).toBeTruthy();
  await next.write(/^What I felt/, 'Calm.');
  await expect.poll(list).toMatchObject([{ kind: 'interview', time: { type: 'moment', zone: 'Europe/Vienna' } }]);
  await next.press('button', 'Done');
  await next.find('heading', /^Interview/);
  expect(await list()).toHaveLength(1);
});

test('words of a column are quoted, and a press on them opens their conversation', async () => {
  const { person, opportunityId, debriefId, kept } = await begin('Quentin');
  cleanup();
  const { document, rev } = await kept();
  const said = '“We will decide by Friday.”';
  await person.api.debrief.save.mutate({ debriefId, rev, document: { ...document, said } });
  const quote = { of: said, start: 9, end: 25 };
  const words = { itemId: debriefId, blockId: 'said', label: said, quote, text: 'Which Friday?', mentions: [] };
  await person.api.thread.start.mutate(words);
  const screen = openScreen(person, `/opportunities/${opportunityId}/debriefs`);
  const marked = await screen.findByText('decide by Friday', { selector: 'mark' });
  await screen.click(marked);
  await screen.findByText('Which Friday?');
});
