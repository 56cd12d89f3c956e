import { wholeLevels } from '@parley/domain/item/levels';
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
  for (const wrong of ['140', '-5']) {
    await screen.write(likelihood, wrong);
    await screen.press('button', 'Seal my read');
    await screen.refused(likelihood, '');
  }
  await screen.write(likelihood, '35');
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
