import { blankComponents, known, none } from '@parley/domain/compensation/components';
import { expect, test } from 'vitest';
import { posted } from '../../../../../../tests/support/letter.ts';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('what was said at screening is met, missed or passed by what came, before it is saved by itself', async () => {
  const ana = await world().person('Ana', { locale: 'en-US', currency: 'USD' });
  const silent = { bonus: none, guaranteed: none, signOn: none, oneOff: none, grants: none, refreshers: none };
  const { offerId, opportunityId } = await posted(ana, { ...blankComponents(), ...silent, base: known(14_500_000) });
  const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'USD' });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/offer`);
  await screen.findByText(/What did you say you wanted, when they asked\?/);
  const held = async (base: string, total: string, sentence: string) => {
    await screen.press('link', 'Negotiation');
    await screen.find('group', 'What I said I wanted, when they asked');
    await screen.write('Base, a year (optional)', base);
    await screen.write('Total, four years (optional)', total);
    await screen.press('link', 'Offer');
    await screen.findByText(/Asked against offered/);
    await expect.poll(() => document.querySelector('main')?.textContent).toContain(`Asked against offered: ${sentence}.`);
  };
  await held('150k', '', 'base $150,000, ▼ $5,000 below');
  await held('145,000', '580k', 'base $145,000, met; four years $580,000, met');
  await held('140k', '579,999.50', 'base $140,000, ▲ $5,000 above; four years $579,999.50, ▲ $0.50 above');
  await held('', '600k', 'four years $600,000, ▼ $20,000 below');
  const kept = () => ana.api.negotiation.get.query({ negotiationId }).then(({ plan }) => plan?.deciding.said);
  await expect.poll(kept).toEqual({ base: null, total: 60_000_000 });
});
