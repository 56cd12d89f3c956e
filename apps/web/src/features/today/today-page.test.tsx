import { expect, test } from 'vitest';
import { inDays } from '../../../../../tests/support/clock.ts';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();
const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-11-10' } as const;

test('somebody new is shown the two acts that everything hangs on', async () => {
  const screen = openScreen(await world().person('Eva'), '/');
  await screen.findByText('Begin here');
  expect(screen.getByRole('link', { name: 'Found a council' }).getAttribute('href')).toBe('/council');
  expect(screen.queryByText('Waiting for me')).toBeNull();
});

test('one press on Today opens the form of a new opportunity; closed, it stays closed', async () => {
  const screen = openScreen(await world().person('Ida'), '/');
  await screen.press('link', 'Add an opportunity');
  await screen.find('dialog', 'Add an opportunity');
  await screen.press('button', 'Close');
  await expect.poll(() => screen.all('dialog')).toEqual([]);
  expect(screen.where()).toBe('/opportunities');
});

test('a deadline is told in the employer’s zone, and leads to its offer', async () => {
  const ana = await world().person('Ana');
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const deadline = { kind: 'date', on: inDays(4).toISOString().slice(0, 10), zone: 'America/Denver' } as const;
  await ana.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline, draft: null });
  const screen = openScreen(ana, '/');
  await screen.find('heading', 'Deadlines');
  const line = screen.getByRole('link', { name: /My answer · Staff engineer, Zyxwell/ });
  expect(line.textContent).toContain('end of day in Denver');
  expect(line.textContent).toContain('2 business days left');
  expect(line.getAttribute('href')).toContain(opportunityId);
});

test('what moved leads to where it happened, and what was seen is not told again', async () => {
  const [cara, dan] = [await world().person('Cara'), await world().person('Dan')];
  const councilId = await world().council('Wednesday', [cara, dan]);
  const screen = openScreen(cara, '/');
  await screen.find('heading', 'Since you were here');
  const line = await screen.find('link', /Dan joined Wednesday/);
  expect(line.getAttribute('href')).toBe(`/council/${councilId}#members`);
  await screen.click(line);
  await screen.press('link', 'Today');
  await screen.findByText('Nothing new.');
});

test('a failed look says so in words', async () => {
  const screen = openScreen(await world().person('Fay'), '/', { breaks: ['today.page'] });
  await screen.findByText('We could not fetch what waits for you.');
});
