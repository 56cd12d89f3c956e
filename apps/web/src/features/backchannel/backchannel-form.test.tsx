import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();
const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-11-10' } as const;

test('a question begins from the bank, and what came back is kept over a fault and over a reload', async () => {
  const ana = await world().person('Ana');
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const address = `/opportunities/${opportunityId}`;
  const before = openScreen(ana, address);
  await before.press('link', 'Back-channel');
  await before.press('button', /^What would I have to know before I sign\?/);
  await before.press('button', 'Save');
  await before.refused('Whom you ask', 'Write whom you ask.');
  await before.write('Whom you ask', 'Ines Duarte');
  await before.press('radio', 'hesitated');
  before.break('backchannel.create');
  await before.press('button', 'Save');
  await before.findByText(brokenWords);
  cleanup();
  const screen = openScreen(ana, `${address}/backchannel`);
  await screen.findByDisplayValue('Ines Duarte');
  await screen.press('checkbox', 'This is a red flag');
  await screen.press('button', 'Save');
  await screen.findByText('1 hesitated · 1 red flag');
  expect(await ana.api.backchannel.list.query({ opportunityId })).toMatchObject([
    {
      contact: 'Ines Duarte',
      question: 'What would I have to know before I sign?',
      answer: 'hesitated',
      askedOn: null,
      redFlag: true,
    },
  ]);
});
