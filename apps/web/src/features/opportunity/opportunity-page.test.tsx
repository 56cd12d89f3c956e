import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useLocation,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer, moveOf, openTable } from '../../../../../tests/support/table.ts';
import type { Person } from '../../../../../tests/support/world.ts';
import { RoomFrame } from './room-panel.tsx';
import { ArrivalContext, useArriving } from './use-room.ts';

const world = holdWorld();

/** An opening with something in every room. */
async function furnish(person: Person) {
  const { opportunityId, negotiationId } = await openTable(person);
  await person.api.mission.create.mutate({ opportunityId });
  await person.api.move.add.mutate({ negotiationId, move: moveOf('2026-11-18T10:00:00Z', 'employer', 8_500_000) });
  await person.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  return `/opportunities/${opportunityId}`;
}

test('an opportunity shows what it is to its owner', async () => {
  const ana = await world().person('Ana');
  const { opportunityId } = await makeOffer(ana);
  const screen = openScreen(ana, `/opportunities/${opportunityId}`);
  await screen.find('heading', /Engineer/);
  expect(document.title).toContain('Engineer, Acme');
});

test('every room has an address, and the negotiation opens on the part that the stage calls for', async () => {
  const gil = await world().person('Gil');
  const address = await furnish(gil);
  const screen = openScreen(gil, address);
  for (const [room, path] of [
    ['Mission', '/mission'],
    ['Debriefs', '/debriefs'],
    ['Offer', '/offer'],
    ['Negotiation', '/negotiation/ledger'],
    ['Rounds', '/rounds'],
    ['Overview', ''],
  ] as const) {
    await screen.press('link', new RegExp(`^${room}`));
    await expect.poll(screen.where).toBe(`${address}${path}`);
  }
  await screen.press('link', 'Negotiation');
  for (const part of ['Plan', 'Terms', 'Outcome', 'Ledger']) {
    await screen.press('link', part);
    await expect.poll(screen.where).toBe(`${address}/negotiation/${part.toLowerCase()}`);
  }
});

test('old addresses, and parts that are none of ours, lead to the rooms', async () => {
  const hal = await world().person('Hal');
  const address = await furnish(hal);
  for (const [from, to] of [
    ['#mission', '/mission'],
    ['#debrief', '/debriefs'],
    ['#offer', '/offer'],
    ['#negotiation', '/negotiation/ledger'],
    ['#round', '/rounds'],
    ['#timeline', '#timeline'],
    ['/negotiation/nothing-of-ours', '/negotiation/ledger'],
  ] as const) {
    const screen = openScreen(hal, `${address}${from}`);
    await expect.poll(screen.where).toBe(`${address}${to}`);
  }
});

test('a next step is written over a fault, and says when it is overdue', async () => {
  const cara = await world().person('Cara');
  const { opportunityId } = await makeOffer(cara);
  const screen = openScreen(cara, `/opportunities/${opportunityId}`);
  await screen.press('button', 'Add a next step');
  await screen.write('Next step', 'Send the draft to Ben');
  await screen.set('On (optional)', '2026-01-02');
  screen.break('opportunity.save');
  await screen.press('button', 'Save');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Send the draft to Ben')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save');
  await screen.find('button', /Send the draft to Ben · .*overdue/);
});

test('a stage that cannot have begun then says from which day on', async () => {
  const dan = await world().person('Dan');
  const { opportunityId } = await makeOffer(dan);
  const screen = openScreen(dan, `/opportunities/${opportunityId}`);
  await screen.press('button', 'Negotiating');
  await screen.set('On', '2020-01-01');
  await screen.press('button', 'Move it');
  await screen.findByText('Choose that day or a later one.', { exact: false });
  expect((await screen.findByLabelText<HTMLSelectElement>('Stage', { selector: 'select' })).value).toBe('negotiating');
  await screen.press('button', 'Cancel');
  await expect.poll(() => screen.all('dialog')).toEqual([]);
});

test('details that another window saved meanwhile are shown beside mine', async () => {
  const eva = await world().person('Eva');
  const { opportunityId } = await makeOffer(eva);
  const screen = openScreen(eva, `/opportunities/${opportunityId}`);
  await screen.press('button', 'More actions');
  await screen.press('menuitem', 'Edit the opening');
  await screen.write('Place (optional)', 'Graz');
  const blank = { level: 'L6', place: '', source: '', posting: '', targeted: false, people: [], next: null };
  const details = { company: 'Acme', alias: '', role: 'Engineer', ...blank };
  await eva.twin().api.opportunity.save.mutate({ opportunityId, rev: 1, details });
  await screen.press('button', 'Save');
  await screen.findByText(/^A newer version was saved while you were writing\./);
  expect(screen.getByText('Place, yours')).toBeTruthy();
  expect(screen.getByText('Level, newer')).toBeTruthy();
  await screen.press('button', 'Save mine over it');
  await expect.poll(() => screen.all('dialog')).toEqual([]);
  await screen.findByText(/Graz/);
});

test('a failed look says so in words', async () => {
  const ben = await world().person('Ben');
  const { opportunityId } = await makeOffer(ben);
  const screen = openScreen(ben, `/opportunities/${opportunityId}`, { breaks: ['opportunity.page'] });
  await screen.findByText('We could not fetch the opportunity.');
});

/** The page that stays, and of its rooms the mission alone: the overview is not drawn yet. */
function openUndrawn(path: string) {
  function Frame() {
    const at = useLocation({ select: ({ pathname }) => pathname });
    return (
      <ArrivalContext value={useArriving()}>
        {at}
        <Outlet />
      </ArrivalContext>
    );
  }
  const root = createRootRoute();
  const frame = createRoute({ getParentRoute: () => root, path: '/opportunities/$id', component: Frame });
  const overview = createRoute({ getParentRoute: () => frame, path: '/', component: () => null });
  const mission = createRoute({
    getParentRoute: () => frame,
    path: '/mission',
    component: () => <RoomFrame room="mission">Lines</RoomFrame>,
  });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: root.addChildren([frame.addChildren([overview, mission])]), history });
  return { ...render(<RouterProvider<typeof router> router={router} />), history };
}

test('who is quicker than the first room goes on in the next one; who begins in a room has come from nowhere', async () => {
  const { findByText, findByRole, history, unmount } = openUndrawn('/opportunities/1');
  await findByText('/opportunities/1');
  history.push('/opportunities/1/mission');
  await expect.poll(() => document.activeElement?.id).toBe('mission-title');
  unmount();
  openUndrawn('/opportunities/1/mission');
  await findByRole('heading', { name: 'Mission' });
  expect(document.activeElement).toBe(document.body);
});
