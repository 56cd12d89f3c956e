import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('the chair is handed over once what follows was read, and not by a press that failed', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Thursday', [ana, ben]);
  const roles = async () => {
    const { members } = await ana.api.council.page.query({ councilId });
    return Object.fromEntries(members.map(({ name, role }) => [name, role]));
  };
  const screen = openScreen(ana, `/council/${councilId}`);
  await screen.press('button', /^Options for Ben/);
  await screen.press('menuitem', /^Hand over the chair/);
  await screen.findByText(/Only Ben can hand the chair back/);
  screen.break('council.handOver');
  await screen.press('button', 'Hand over the chair');
  await screen.findByText(brokenWords);
  expect(await roles()).toEqual({ Ana: 'moderator', Ben: 'member' });
  screen.mend();
  await screen.press('button', 'Hand over the chair');
  await expect.poll(roles).toEqual({ Ana: 'member', Ben: 'moderator' });
});
