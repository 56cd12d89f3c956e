import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { within } from '@testing-library/react';
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

test('the owner is asked before a suggestion brings the walk-away into a script; several on one line are drawn once each, and taken', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const { negotiationId, opportunityId } = await openTable(ana);
  const { rev, plan } = await ana.api.negotiation.get.query({ negotiationId });
  const text = 'I ask for {target}, because [reason].\nIs there a range?';
  const script = { id: newId(), name: 'First call', text, slots: [], cites: null };
  await ana.api.negotiation.save.mutate({ negotiationId, rev, plan: { ...plan, scripts: [script] } });
  const walkAway = { base: 9_100_000, total: null, leave: null, words: '' };
  await ana.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
  const councilId = await world().council('Thursday', [ana, ben]);
  const levels = wholeLevels('hidden');
  await ana.api.share.set.mutate({ itemId: negotiationId, councilId, readerId: null, levels, expiresAt: null });
  const suggest = (quote: string, words: string) => {
    const start = text.indexOf(quote);
    const about = { itemId: negotiationId, blockId: script.id, label: 'First call', text: '', mentions: [] };
    return ben.api.suggestion.make.mutate({ ...about, quote: { of: text, start, end: start + quote.length }, words });
  };
  await suggest('ask for {target}, because [reason]', 'need 91,000, for a good reason');
  await suggest('a range', 'a band');
  const kept = async () => (await ana.api.negotiation.get.query({ negotiationId })).plan.scripts[0]?.text;

  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation/plan`);
  const said = await screen.findByLabelText('As you will say it');
  await screen.findByText('a range', { selector: 'del', exact: false });
  const drawn = [...said.querySelectorAll('[data-instead]')].map((one) => one.getAttribute('data-instead'));
  expect(drawn).toEqual(['need 91,000, for a good reason', 'a band']);
  const [mark] = said.querySelectorAll('mark');
  if (mark) await screen.click(mark);
  const articles = await screen.findAllByRole('article');
  const first = articles.find(({ textContent }) => textContent.includes('91,000'));
  if (!first) throw new Error('It is not shown.');
  await screen.click(within(first).getByRole('button', { name: 'Accept' }));
  await screen.findByText('This is the figure of your walk-away.');
  expect(await kept()).toBe(text);
  await screen.press('button', 'Accept it all the same');
  await expect.poll(kept).toBe('I need 91,000, for a good reason.\nIs there a range?');
  await screen.findByText('1 resolved here');
  // the walk-away stands there by the owner's own wish: the next one is not about it
  await screen.press('button', 'Accept');
  await expect.poll(kept).toBe('I need 91,000, for a good reason.\nIs there a band?');
  const versions = await ana.api.script.versions.query({ negotiationId });
  expect(versions.map(({ why, byName }) => [why, byName])).toEqual([
    ['accepted', 'Ben'],
    ['accepted', 'Ben'],
    ['shared', null],
  ]);
});
