import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { moveOf, openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

async function begin(name: string) {
  const person = await world().person(name);
  const table = await openTable(person);
  await person.api.move.add.mutate({
    negotiationId: table.negotiationId,
    move: moveOf('2026-11-18T10:00:00Z', 'employer', 11_000_000),
  });
  const { roundId } = await person.api.round.create.mutate({ negotiationId: table.negotiationId });
  const kept = () => person.api.round.get.query({ roundId });
  return { person, roundId, kept, screen: openScreen(person, `/opportunities/${table.opportunityId}/rounds`) };
}

test('a draft begins with what is on the table, says what is wrong beside it, and is kept over a fault', async () => {
  const { screen, kept } = await begin('Ana');
  expect((await screen.findByLabelText<HTMLInputElement>(/^Base now/)).value).toBe('110,000');
  const open = await screen.find('button', 'Open the round');
  expect(open.getAttribute('aria-disabled')).toBe('true');
  await screen.write('Your question', 'They sound firm on base. What would you counter?');
  for (const wrong of ['1', '13']) {
    await screen.write('Enough at the deadline', wrong);
    await screen.press('button', 'Save the draft');
    await screen.refused('Enough at the deadline', 'Give a whole number from 2 to 12.');
  }
  await screen.write('Enough at the deadline', '2');
  await screen.press('button', 'Another component');
  await screen.press('button', 'Another component');
  await screen.write('Component', 'Relocation', 0);
  await screen.write('Component', 'relocation', 1);
  await screen.press('button', 'Save the draft');
  await screen.findByText('Give each component once.');
  const [, second] = screen.getAllByRole('button', { name: 'Remove this component' });
  if (second) await screen.click(second);
  screen.break('round.save');
  await screen.press('button', 'Save the draft');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Relocation')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save the draft');
  await expect.poll(kept).toMatchObject({ quorum: 2, document: { others: [{ name: 'Relocation' }] } });
  await screen.findByText('Share the round first: nobody has been asked yet.');
});

test('a newer draft from another window is offered, and what was typed stands until it is taken', async () => {
  const { screen, kept, person, roundId } = await begin('Ben');
  await screen.write('Your question', 'Mine');
  const { document, rev } = await kept();
  const theirs = { roundId, rev, document: { ...document, question: 'Theirs' }, deadlineAt: null, quorum: 3, named: true };
  await person.twin().api.round.save.mutate(theirs);
  // the page has not heard of it yet: it asks by itself every few seconds
  screen.break('round.get');
  await screen.press('button', 'Save the draft');
  await screen.findByText('A newer version was saved while you were writing. Nothing of yours is lost.');
  expect(screen.getByDisplayValue('Mine')).toBeTruthy();
  await screen.press('button', 'Take the newer one');
  screen.mend();
  await expect.poll(standing).toContain('Theirs');
  expect(await kept()).toMatchObject({ document: { question: 'Theirs' } });
});

test('a newer draft that the page has heard of meanwhile is offered too', async () => {
  const { screen, kept, person, roundId } = await begin('Cleo');
  await screen.write('Your question', 'Mine');
  const { document, rev } = await kept();
  const theirs = { roundId, rev, document: { ...document, question: 'Theirs' }, deadlineAt: null, quorum: 3, named: true };
  await person.twin().api.round.save.mutate(theirs);
  await screen.press('button', 'Save the draft');
  await screen.findByRole('button', { name: 'Take the newer one' });
  // long enough for a refetch to have come and gone
  await new Promise((done) => setTimeout(done, 1500));
  expect(screen.getByDisplayValue('Mine')).toBeTruthy();
  await screen.press('button', 'Save mine over it');
  await expect.poll(kept).toMatchObject({ rev: rev + 2, document: { question: 'Mine' } });
});

const standing = () => [...document.querySelectorAll('textarea')].map(({ value }) => value).join() + document.body.textContent;
