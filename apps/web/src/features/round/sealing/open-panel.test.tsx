import { wholeLevels } from '@parley/domain/item/levels';
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { baseCounter, roundDocument } from '../../../../../../tests/support/rounds.ts';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();

/** A round of the first one's, which asks all the others for a base and a sign-on. */
async function ask(people: readonly Person[], quorum = 2) {
  const [owner] = people;
  if (!owner) throw new Error('Somebody has to ask.');
  const councilId = await world().council('Thursday', [...people]);
  const { negotiationId, opportunityId } = await openTable(owner);
  const { roundId } = await owner.api.round.create.mutate({ negotiationId });
  const document = { ...roundDocument('What would you counter?'), signOn: { inPlay: true, now: 500_000 } };
  await owner.api.round.save.mutate({ roundId, rev: 1, document, deadlineAt: null, quorum, named: true });
  const share = { itemId: roundId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null };
  await owner.api.share.set.mutate(share);
  const target = { ...baseCounter(13_000_000), package: { ...baseCounter(13_000_000).package, signOn: 1_000_000 } };
  await owner.api.round.seal.mutate({ roundId, counter: target });
  await owner.api.round.open.mutate({ roundId, rev: 2 });
  return { roundId, address: `/opportunities/${opportunityId}/rounds` };
}

test('ten who are asked have ten seats on one screen, and the owner reminds those who have not sealed once', async () => {
  const names = ['Ana', 'Ben', 'Cara', 'Dan', 'Eva', 'Finn', 'Gul', 'Hana', 'Ivo', 'Jun', 'Kim'];
  const people: Person[] = [];
  for (const name of names) people.push(await world().person(name));
  const [ana = people[0]] = people;
  if (!ana) throw new Error('Ana is missing.');
  const { address, roundId } = await ask(people, 3);
  const screen = openScreen(ana, address);
  const seats = await screen.find('list', 'Who has sealed');
  await expect.poll(() => seats.querySelectorAll('li').length).toBe(10);
  expect([...seats.querySelectorAll('li')].map((seat) => seat.textContent)).toEqual(
    names.slice(1).map((name) => expect.stringContaining(`${name}not yet`)),
  );
  await screen.findByText(/^0 of 10 asked had answered at the last set time\./);
  await screen.press('button', 'Remind who has not sealed');
  await screen.findByText(/^Reminded once, /);
  expect(screen.all('button', 'Remind who has not sealed')).toEqual([]);
  const again = await ana.post('round.remind', { roundId });
  expect([again.status, again.body]).toEqual([403, expect.stringContaining('A round has one reminder.')]);
});

test('who cannot say abstains from a part or from all, says how sure they are, and the strips show it', async () => {
  const [owner, ben, cara] = [await world().person('Olga'), await world().person('Bo'), await world().person('Cy')];
  const dan = await world().person('Di');
  const { address, roundId } = await ask([owner, ben, cara, dan]);
  const screen = openScreen(ben, address);
  await screen.write('Base, a year', '125k');
  await screen.click(await screen.findByLabelText('Fairly sure'));
  await screen.click(await screen.findByText('I cannot say for some of it'));
  await screen.click(await screen.findByRole('checkbox', { name: 'Sign-on' }));
  expect(screen.queryByLabelText(/^Sign-on, once/)).toBeNull();
  await screen.write(/^Why this package/, 'They have room.');
  await screen.press('button', 'Seal my package');
  await screen.findByText('Your package is sealed. Only you can open it.');
  cleanup();
  const whole = openScreen(cara, address);
  await whole.click(await whole.findByText('I cannot say for some of it'));
  await whole.click(await whole.findByRole('checkbox', { name: 'All of it' }));
  await whole.press('button', 'Seal my package');
  await whole.findByText('Your package is sealed. Only you can open it.');
  cleanup();
  const counter = { ...baseCounter(11_000_000), package: { ...baseCounter(11_000_000).package, signOn: 700_000 } };
  await dan.api.round.seal.mutate({ roundId, counter });
  const { stage } = await dan.api.round.get.query({ roundId });
  expect(stage).toMatchObject({ state: 'revealed', summary: { count: 2 } });
  const shown = openScreen(ben, address);
  await shown.findByText('They have room.');
  // beside the reason, and at the head of the row
  expect(shown.getAllByText('Bo (you), fairly sure')).toHaveLength(2);
  await shown.findByText(/median €117,500, from €110,000 to €125,000 · offered €120,000 · Olga’s target €130,000/);
  await shown.findByText(
    /^Each dot is a package, yours ringed; the thick mark is the median, the triangle the offer, the dashed line/,
  );
  expect(document.querySelectorAll('figure svg circle[r="7"]').length).toBeGreaterThan(0);
  await shown.find('row', /^Cy abstained abstained/);
});
