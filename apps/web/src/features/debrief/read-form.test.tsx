import { wholeLevels } from '@parley/domain/item/levels';
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../tests/support/table.ts';

const world = holdWorld();

test('a read wants a whole percentage, and seals over a fault with what was typed', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Thursday', [ana, ben]);
  const { opportunityId } = await makeOffer(ana);
  const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  await ana.api.share.set.mutate({
    itemId: debriefId,
    councilId,
    readerId: null,
    levels: wholeLevels('hidden'),
    expiresAt: null,
  });
  await ana.api.debrief.askReads.mutate({ debriefId, read: { likelihood: 60, reason: '' } });
  const screen = openScreen(ben, `/opportunities/${opportunityId}/debriefs`);
  await screen.press('button', 'Seal my read');
  const likelihood = 'Likelihood that it goes on';
  await screen.refused(likelihood, 'Give the likelihood as a whole percentage from 0 to 100.');
  const slider = await screen.find('slider', likelihood);
  expect(slider.getAttribute('aria-valuetext')).toBe('not given');
  slider.focus();
  await screen.type('35');
  expect(slider.getAttribute('aria-valuetext')).toBe('35 %');
  await screen.write(/^Why/, 'They asked for no references.');
  screen.break('debrief.sealRead');
  await screen.press('button', 'Seal my read');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('They asked for no references.')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Seal my read');
  // the last of those who were asked: all of them open
  await screen.findByText('They asked for no references.');
  expect(screen.queryByDisplayValue('They asked for no references.')).toBeNull();
});

test('who asks for reads of what nobody else can read is asked whom first, and keeps the figure', async () => {
  const [dan, eva] = [await world().person('Dan'), await world().person('Eva')];
  const councilId = await world().council('Friday', [dan, eva]);
  const { opportunityId } = await makeOffer(dan);
  const { debriefId } = await dan.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const screen = openScreen(dan, `/opportunities/${opportunityId}/debriefs`);
  await screen.set('Likelihood that it goes on', '70');
  await screen.press('button', 'Seal mine and ask for reads');
  await screen.findByText(/^Nobody but you can read this debrief/);
  expect((await dan.api.debrief.get.query({ debriefId })).reads.state).toBe('unasked');
  await screen.press('button', 'Choose whom to ask');
  await screen.find('dialog', /^Who sees this debrief/);
  await dan.api.share.set.mutate({
    itemId: debriefId,
    councilId,
    readerId: eva.id,
    levels: wholeLevels('hidden'),
    expiresAt: null,
  });
  cleanup();
  const again = openScreen(dan, `/opportunities/${opportunityId}/debriefs`);
  await again.findByText('Eva will be asked.');
  await again.set('Likelihood that it goes on', '70');
  await again.press('button', 'Seal mine and ask for reads');
  await again.findByText('Your read is sealed.');
  expect(await eva.api.debrief.get.query({ debriefId })).toMatchObject({ reads: { state: 'open', missing: 1 } });
});
