import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Grown } from './based.ts';
import { drafts } from './drafts.ts';
import { useAutosaved } from './use-autosaved.ts';

type Sent = { value: string; rev: number };
type Answer = { rev: number; value?: string; rest?: Error } | { refuses: object };

const conflict = (newer: object) => ({ refuses: { data: { code: 'CONFLICT', message: 'Newer.', newer } } });
const name = 'note:1';

/** A note that saves itself: what was sent, and how each send ends. */
type Ways = { answers?: Answer[]; isReady?: (value: string) => boolean; merge?: (grown: Grown<string>) => string | null };

function openNote({ answers = [], ...ways }: Ways = {}) {
  const sent: Sent[] = [];
  const settled: Sent[] = [];
  const send = async (value: string, rev: number) => {
    sent.push({ value, rev });
    const answer = answers.shift() ?? { rev: rev + 1 };
    if ('refuses' in answer) throw Object.assign(new Error('refused'), answer.refuses);
    return answer;
  };
  const shared = { name, part: 'text', shape: z.string(), send, settle: (saved: Sent) => void settled.push(saved), pause: 800 };
  const seen = { rev: 4, value: 'first' };
  const note = renderHook(() => useAutosaved({ ...shared, seen, ...ways }));
  const wait = (milliseconds = 900) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
  const write = (text: string) => act(() => note.result.current.change(text));
  return { note, sent, settled, wait, write, now: () => note.result.current };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
});

describe('what saves itself', () => {
  test('shows a change at once, and sends the last of several after a pause', async () => {
    const { write, wait, sent, settled, now } = openNote();
    write('a');
    write('ab');
    expect([now().value, now().state, sent]).toEqual(['ab', 'saving', []]);
    await wait();
    expect(sent).toEqual([{ value: 'ab', rev: 4 }]);
    expect(settled).toEqual([{ value: 'ab', rev: 5 }]);
    expect([now().state, drafts.read('', name)]).toEqual(['saved', null]);
    write('abc');
    await wait();
    expect(sent.at(-1)).toEqual({ value: 'abc', rev: 5 });
  });

  test('what was saved in part keeps the rest, says why, and goes on from the new revision', async () => {
    const rest = Object.assign(new Error('held'), { data: { code: 'HELD_BACK', message: 'Held.' } });
    const { write, wait, sent, settled, now } = openNote({ answers: [{ rev: 5, value: 'a', rest }] });
    write('a and b');
    await wait();
    expect([now().state, now().failure?.message, now().value]).toEqual(['failed', 'Held.', 'a and b']);
    expect(settled).toEqual([{ rev: 5, value: 'a' }]);
    expect(drafts.read('', name)).toMatchObject({ rev: 5, text: 'a and b' });
    await wait();
    expect(sent).toHaveLength(1);
    write('a and c');
    await wait();
    expect(sent.at(-1)).toEqual({ value: 'a and c', rev: 5 });
    expect(now().state).toBe('saved');
  });

  test('keeps what could not be sent in this browser, and sends it with the next change', async () => {
    const { write, wait, sent, now } = openNote({ answers: [{ refuses: {} }] });
    write('a');
    await wait();
    expect([now().state, now().failure?.code, now().value]).toEqual(['failed', 'OFFLINE', 'a']);
    expect(drafts.read('', name)).toEqual({ rev: 4, text: 'a', ground: 'first' });
    write('ab');
    await wait();
    expect(sent.at(-1)).toEqual({ value: 'ab', rev: 4 });
    expect(now().state).toBe('saved');
  });

  test('sends on the way in what an earlier visit could not', async () => {
    drafts.write('', name, { rev: 3, text: 'kept' });
    const { wait, sent, now } = openNote();
    expect(now().value).toBe('kept');
    await wait(10);
    expect(sent).toEqual([{ value: 'kept', rev: 3 }]);
  });

  test('sends on the way out what still waits', async () => {
    const { note, write, wait, sent } = openNote();
    write('a');
    note.unmount();
    await wait(10);
    expect(sent).toEqual([{ value: 'a', rev: 4 }]);
  });

  test('does not send what is not finished', async () => {
    const { write, wait, sent } = openNote({ isReady: (text) => text.endsWith('.') });
    write('a');
    await wait();
    expect(sent).toEqual([]);
    write('a.');
    await wait();
    expect(sent).toEqual([{ value: 'a.', rev: 4 }]);
  });

  test('rests on a newer version until mine is put over it, with all that was typed meanwhile', async () => {
    const { write, wait, sent, now } = openNote({ answers: [conflict({ rev: 9, text: 'theirs' })] });
    write('mine');
    await wait();
    expect(now().newer).toEqual({ rev: 9, value: 'theirs' });
    write('mine too');
    await wait();
    expect(sent).toHaveLength(1);
    expect(now().newer).toEqual({ rev: 9, value: 'theirs' });
    act(() => now().takeMine());
    await wait(10);
    expect(sent.at(-1)).toEqual({ value: 'mine too', rev: 9 });
    expect(now().newer).toBeNull();
  });

  test('a newer version is merged with what waits and sent on, where that can be done', async () => {
    const grown: Grown<string>[] = [];
    const merge = (three: Grown<string>) => {
      grown.push(three);
      return `${three.newer} + ${three.mine}`;
    };
    const { write, wait, sent, now } = openNote({ answers: [conflict({ rev: 9, text: 'theirs' })], merge });
    write('mine');
    await wait();
    expect(grown).toEqual([{ base: 'first', mine: 'mine', newer: 'theirs' }]);
    expect(sent.at(-1)).toEqual({ value: 'theirs + mine', rev: 9 });
    expect([now().value, now().newer, now().state]).toEqual(['theirs + mine', null, 'saved']);
  });

  test('what cannot be merged waits for a choice, and what is chosen is sent on top of the newer version', async () => {
    const { write, wait, sent, now } = openNote({ answers: [conflict({ rev: 9, text: 'theirs' })], merge: () => null });
    write('mine');
    await wait();
    expect([now().newer, now().ground]).toEqual([{ rev: 9, value: 'theirs' }, 'first']);
    act(() => now().resolve('chosen'));
    await wait(10);
    expect(sent.at(-1)).toEqual({ value: 'chosen', rev: 9 });
    expect([now().newer, now().value]).toEqual([null, 'chosen']);
  });

  test('what an earlier visit typed is merged by what it was typed of', async () => {
    drafts.write('', name, { rev: 3, text: 'kept', ground: 'before' });
    const merge = ({ base, mine, newer }: Grown<string>) => [base, mine, newer].join(' ');
    const { wait, sent } = openNote({ answers: [conflict({ rev: 9, text: 'theirs' })], merge });
    await wait(10);
    expect(sent.at(-1)).toEqual({ value: 'before kept theirs', rev: 9 });
  });

  test('lets mine go for the newer version', async () => {
    const { write, wait, sent, settled, now } = openNote({ answers: [conflict({ rev: 9, text: 'theirs' })] });
    write('mine');
    await wait();
    act(() => now().letGo());
    await wait();
    expect(settled).toEqual([{ rev: 9, value: 'theirs' }]);
    expect([sent.length, now().state, drafts.read('', name)]).toEqual([1, 'clean', null]);
  });
});
