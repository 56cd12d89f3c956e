import { newId } from '@parley/db/id';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

test('words of a script are quoted with the names of its figures, over lines and slots, and a press opens what is said of them', async () => {
  const ana = await world().person('Ana');
  const { negotiationId, opportunityId } = await openTable(ana);
  const { rev, plan } = await ana.api.negotiation.get.query({ negotiationId });
  const text = 'Thank you.\n\n  I ask for {target}, because [reason].\n(breathe)\nIs there a range?';
  const script = { id: newId(), name: 'First call', text, slots: [{ name: 'reason', value: 'of nine cities' }], cites: null };
  const next = { ...plan, target: { base: 9_800_000, total: null }, scripts: [script] };
  await ana.api.negotiation.save.mutate({ negotiationId, rev, plan: next });
  const start = text.indexOf('ask for');
  const quote = { of: text, start, end: text.indexOf(' a range') };
  const about = { itemId: negotiationId, blockId: script.id, label: 'First call', quote, mentions: [] };
  await ana.api.thread.start.mutate({ ...about, text: 'Say it slower.' });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation/plan`);
  const said = await screen.findByLabelText('As you will say it');
  await screen.findByText('ask for', { selector: 'mark', exact: false });
  expect([...said.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
    'ask for ',
    ', because ',
    '.',
    '(breathe)',
    'Is there',
  ]);
  expect(said.textContent).toContain('€98,000');
  const [first] = said.querySelectorAll('mark');
  if (first) await screen.click(first);
  await screen.findByText('Say it slower.');
  // a press on quoted words opens what is said of them and does not begin to edit
  expect(screen.queryByLabelText('Script')).toBeNull();
});
