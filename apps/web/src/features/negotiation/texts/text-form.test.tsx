import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { askFields, moveOf, openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();
const ask = { ...askFields, title: 'A base of 98,000', amount: 9_800_000, justification: 'Nine cities instead of four.' };

/** Somebody who has been offered 92 and asks for 98; nobody there has a name yet. */
async function open(name: string) {
  const ana = await world().person(name);
  const table = await openTable(ana);
  const { opportunityId, negotiationId } = table;
  const move = { ...moveOf('2026-05-10T09:00:00Z', 'employer', 9_200_000), channel: 'mail' as const };
  await ana.api.move.add.mutate({ negotiationId, move });
  await ana.api.ask.create.mutate({ negotiationId, ask });
  const address = `/opportunities/${opportunityId}/negotiation/plan`;
  const screen = openScreen(ana, address);
  const said = async () => (await screen.findByLabelText('Counter, to send', { selector: 'blockquote' })).textContent;
  return { ana, ...table, address, screen, said };
}

test('a counter is made of what is recorded, each figure leads to its field, and what is missing is said', async () => {
  const { ana, screen, said, opportunityId } = await open('Ana');
  expect(await said()).toContain(
    'On pay, you are at a base of €92,000. I ask for:\n- A base of 98,000. Nine cities instead of four.',
  );
  expect(await said()).toContain('Hi [Name of the manager or recruiter],');
  const empty = await screen.find('list', 'Empty fields');
  expect(empty.textContent).toBe('Name of the manager or recruiterGo to the opportunity');
  await screen.press('button', '€92,000: Base that they offer');
  await screen.findByText('“€92,000”: Base that they offer.');
  expect(screen.getByRole('link', { name: 'Go to the ledger' }).getAttribute('href')).toContain(
    `${opportunityId}/negotiation/ledger`,
  );
  await screen.click(screen.getByLabelText('Plain'));
  await expect.poll(said).toContain('Thank you for the offer. I would like to accept it once the points below are settled.');
  expect(await said()).toContain(ana.name);
});

test('what one changes stays in this browser, follows no field, and can be written anew', async () => {
  const { ana, negotiationId, screen, said, address } = await open('Ben');
  await said();
  await screen.press('button', 'Edit the text');
  await screen.write('Counter, to send', 'Could you reach 97,500? You are at €92,000.');
  await screen.findByText('In none of your fields: 97,500. Check it before you send this.');
  await screen.findByText('saved');
  cleanup();
  await ana.api.ask.create.mutate({ negotiationId, ask: { ...ask, leg: 'support', title: 'A mentor', amount: null } });
  const again = openScreen(ana, address);
  await again.findByText('Your fields have changed since you changed this text.');
  const text = async () => (await again.findByLabelText('Counter, to send', { selector: 'blockquote' })).textContent;
  expect(await text()).toBe('Could you reach 97,500? You are at €92,000.');
  await again.press('button', 'Write it anew');
  await expect.poll(text).toContain('To do this work well I need:\n- A mentor. Nine cities instead of four.');
});

test('a text in which the walk-away stands is not copied before that is said', async () => {
  const { ana, negotiationId, screen, said } = await open('Cara');
  const walkAway = { base: 9_000_000, total: null, leave: null, words: '' };
  await ana.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
  await said();
  await screen.press('button', 'Edit the text');
  await screen.write('Counter, to send', 'Below 90 I cannot go.');
  await screen.press('button', 'Copy the text');
  await screen.findByText('This is the figure of your walk-away.');
  expect(await navigator.clipboard.readText()).toBe('');
  await screen.press('button', 'Copy it all the same');
  await screen.findByText(/^Copied\. Send it from your own mail/);
});
