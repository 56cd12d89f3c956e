import { createMemoryHistory } from '@tanstack/react-router';
import { type ByRoleMatcher, cleanup, configure, fireEvent, render, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { openWindow, Providers } from '../../apps/web/src/app/providers.tsx';
import { begins } from './clock.ts';
import { createWorld, type Person, type World } from './world.ts';

type Words = string | RegExp;

function readable(container: Element): string {
  const copy = container.cloneNode(true);
  if (copy instanceof Element) for (const option of copy.querySelectorAll('option')) option.remove();
  return `The window reads: ${copy.textContent}`;
}

// what a test waits for is an answer of the API, and a loaded machine is no fault
configure({
  asyncUtilTimeout: 60_000,
  // what could be read tells more than all of the page's markup
  getElementError: (message, container) => new Error(`${message?.split('\n', 1).join('')}\n${readable(container)}`),
});

/** What the person gets to read when something broke on our side. */
export const brokenWords = 'Something went wrong on our side. What you typed is kept.';

const broken = {
  error: {
    message: '',
    code: -32603,
    data: { code: 'INTERNAL_SERVER_ERROR', id: 'ab12', message: brokenWords, fields: [], newer: null },
  },
};

const isBatch = (body: unknown): body is readonly unknown[] => Array.isArray(body);

/** The network between a window and the API: a call can break on the other side, and then it has done nothing. */
function makeLine(person: Person) {
  const breaking = new Set<string>();
  const send = async (url: RequestInfo | URL | string, init: RequestInit = {}): Promise<Response> => {
    const calls = new URL(String(url), 'http://localhost').pathname.replace('/trpc/', '').split(',');
    if (!calls.some((path) => breaking.has(path))) return person.fetch(String(url), init);
    if (!String(url).includes('batch=')) return Response.json(broken, { status: 500 });
    const answers: unknown = await (await person.fetch(String(url), init)).json();
    const bent = isBatch(answers) ? answers.map((one, at) => (breaking.has(calls[at] ?? '') ? broken : one)) : broken;
    return Response.json(bent, { status: 207 });
  };
  return { breaking, send };
}

/** Whether a field is marked as wrong, and every sentence that belongs to it. */
function sayOf(field: Element): string {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  const words = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  return field.getAttribute('aria-invalid') === 'true' ? `wrong: ${words}` : words;
}

/** A person's window at an address: the whole app, over the real API of the person's world. */
export function openScreen(person: Person, address: string, { breaks = [] }: { breaks?: readonly string[] } = {}) {
  const { breaking, send } = makeLine(person);
  for (const path of breaks) breaking.add(path);
  const opened = openWindow(send, { history: createMemoryHistory({ initialEntries: [address] }) });
  render(<Providers opened={opened} />, { onCaughtError: () => undefined });
  const hand = userEvent.setup({ delay: null });
  // a press of its own, never the second of a double click
  const press = async (element: Element) => {
    await expect.poll(() => element.getAttribute('aria-busy'), { message: 'Still busy with the press before.' }).not.toBe('true');
    await userEvent.setup({ delay: null }).click(element);
  };
  const screen = within(document.body);
  const named = (name?: Words) => (name === undefined ? {} : { name });
  return {
    ...screen,
    /** What stands there by its role and name, as soon as it does. */
    find: (role: ByRoleMatcher, name?: Words) => screen.findByRole(role, named(name)),
    all: (role: ByRoleMatcher, name?: Words) => screen.queryAllByRole(role, named(name)),
    click: press,
    press: async (role: ByRoleMatcher, name: Words) => press(await screen.findByRole(role, { name })),
    /** Puts words in the place of what the field held; `at` is for several fields of one label. */
    write: async (label: Words, words: string, at = 0) => {
      const field = (await screen.findAllByLabelText(label, { selector: 'input, textarea' }))[at] ?? document.body;
      await hand.clear(field);
      await hand.click(field);
      if (words) await hand.paste(words);
    },
    /** Types keys where the focus is: `{Enter}`, words. */
    type: (keys: string) => hand.keyboard(keys),
    /** Waits until this field is marked as wrong and says why. */
    refused: async (label: Words, why: string, at = 0) => {
      const said = async () => sayOf((await screen.findAllByLabelText(label))[at] ?? document.body);
      await expect.poll(said).toMatch(/^wrong: /);
      expect(await said()).toContain(why);
    },
    /** Sets a day, an hour or a slider, which no hand types as words. */
    set: async (label: Words, value: string) => void fireEvent.change(await screen.findByLabelText(label), { target: { value } }),
    choose: async (label: Words, option: string, at = 0) =>
      hand.selectOptions((await screen.findAllByLabelText(label))[at] ?? document.body, option),
    where: () => opened.router.state.location.href,
    /** From now on this call is answered by a fault of ours, until it is mended. */
    break: (path: string) => void breaking.add(path),
    mend: () => breaking.clear(),
  };
}

/** For a file of screens: one world for all, the browser's day is the world's, each test leaves an empty window behind. */
export function holdWorld(): () => World {
  let world: World | null = null;
  beforeAll(async () => {
    world = await createWorld();
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: begins });
  });
  afterEach(() => {
    cleanup();
    localStorage.clear();
    vi.useRealTimers();
  });
  afterAll(() => world?.close());
  return () => {
    if (!world) throw new Error('The world begins with the first test.');
    return world;
  };
}
