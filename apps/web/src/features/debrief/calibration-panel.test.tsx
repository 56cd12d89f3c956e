import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../tests/support/table.ts';

const world = holdWorld();

test('under five nothing is shown but how many are missing; with five the sentence, the course and the figures', async () => {
  const person = await world().person('Ana');
  const { opportunityId } = await makeOffer(person);
  const resolve = async (likelihood: number, outcome: 'advanced' | 'rejected', on: string) => {
    const { debriefId } = await person.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
    await person.api.debrief.askReads.mutate({ debriefId, read: { likelihood, reason: '' } });
    await person.api.debrief.reveal.mutate({ debriefId, missing: 0 });
    await person.api.debrief.setOutcome.mutate({ debriefId, rev: 1, result: { outcome, on } });
  };
  await resolve(30, 'advanced', '2026-11-02');
  await resolve(20, 'advanced', '2026-09-01');
  await resolve(50, 'rejected', '2026-10-01');
  await resolve(40, 'advanced', '2026-10-20');
  const few = openScreen(person, '/me');
  await few.findByText('Not enough yet: 1 more resolved debrief until a figure means something.');
  expect(few.queryByRole('table', { name: /resolved debriefs/ })).toBeNull();
  await resolve(35, 'advanced', '2026-11-10');
  cleanup();
  const enough = openScreen(person, '/me');
  await enough.findByText('You rate yourself 45 points lower than what happened.');
  await enough.find('table', /^Over 5 resolved debriefs/);
  await enough.find('rowheader', '1 Sept 2026');
});
