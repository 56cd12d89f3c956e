import { createMemoryHistory } from '@tanstack/react-router';
import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openWindow, Providers } from './providers.tsx';
import text from './sample.json?raw';
import { answerFrom, callOf, keptNowhere, moveDays, readSample } from './sample-answers.ts';

const now = new Date('2027-03-29T09:00:00Z');
const sample = readSample(text, now);
const network = vi.fn(() => Promise.reject(new Error('The sample asked the network.')));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  vi.stubGlobal('fetch', network);
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const failed = /not in the sample|could not fetch|went wrong|cannot be reached/;

/** The sample at an address, once nothing on it waits any more; what it says. */
async function look(address: string): Promise<string> {
  const history = createMemoryHistory({ initialEntries: [address] });
  render(<Providers opened={openWindow(answerFrom(sample), { history, basepath: '/sample' })} />);
  const read = () => document.body.textContent ?? '';
  await expect.poll(() => document.querySelector('h1')?.textContent ?? '').not.toBe('');
  await expect.poll(read).not.toContain('Fetching ');
  return read();
}

const firstOf = (key: string) => new RegExp(`"${key}":"([0-9a-f-]{36})"`).exec(text)?.[1] ?? '';
const council = `/sample/council/${firstOf('councilId')}`;
const [mine = ''] = Object.entries(sample.answers)
  .filter(([call, data]) => call.startsWith('opportunity.page ') && /"mine":true/.test(JSON.stringify(data)))
  .filter(([, data]) => /"negotiation":\["/.test(JSON.stringify(data)))
  .map(([call]) => `/sample/opportunities/${call.slice(call.indexOf('":"') + 3, -2)}`);
const rooms = ['', '/mission', '/debriefs', '/offer', '/negotiation', '/negotiation/terms', '/rounds', '/backchannel'];

test.each(['/sample', council, `${council}/meeting`, '/sample/opportunities', '/sample/opportunities/hunt', '/sample/me'])(
  'the sample shows %s from what it brought along',
  async (address) => {
    expect(await look(address)).not.toMatch(failed);
    expect(network).not.toHaveBeenCalled();
  },
);

test('every room of an opening is there', async () => {
  for (const room of rooms) {
    expect(await look(`${mine}${room}`), room).not.toMatch(failed);
    cleanup();
  }
  expect(network).not.toHaveBeenCalled();
});

test('what would be kept is refused in words', async () => {
  await look(council);
  await userEvent.click(await screenButton('Ask for help'));
  const field = document.querySelector('textarea');
  if (!field) throw new Error('Nowhere to write.');
  await userEvent.type(field, 'Which half goes?');
  await userEvent.click(await screenButton('Ask the council'));
  await expect.poll(() => document.body.textContent).toContain(keptNowhere);
  expect(network).not.toHaveBeenCalled();
});

async function screenButton(name: string): Promise<Element> {
  const find = () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
  await expect.poll(() => find() !== undefined).toBe(true);
  const found = find();
  if (!found) throw new Error(`No button is called ${name}.`);
  return found;
}

test('days are moved and nothing else: no id, no figure, no day that there is not', () => {
  expect(moveDays('"2026-12-31" "2026-02-27T23:30:00.000Z"', 2)).toBe('"2027-01-02" "2026-03-01T23:30:00.000Z"');
  expect(moveDays('01a1f8d3-2026-7e68-8299-8f7cc99acdd2 2026-13-45 12026-01-01', 9)).toBe(
    '01a1f8d3-2026-7e68-8299-8f7cc99acdd2 2026-13-45 12026-01-01',
  );
  expect(now.getTime() - Date.parse(sample.at)).toBeLessThan(86_400_000);
});

test('one call is named by its input', () => {
  expect([callOf('today.page', undefined), callOf('help.list', { councilId: 'k' })]).toEqual([
    'today.page null',
    'help.list {"councilId":"k"}',
  ]);
});
