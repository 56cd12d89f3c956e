import { describe, expect, it } from 'vitest';
import { makeDrafts } from './drafts.ts';

function storage(full = false) {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index: number) => [...held.keys()][index] ?? null,
    getItem: (name: string) => held.get(name) ?? null,
    removeItem: (name: string) => held.delete(name),
    setItem: (name: string, value: string) => {
      if (full) throw new Error('QuotaExceededError');
      held.set(name, value);
    },
  };
}

describe('a draft', () => {
  it('comes back to the person who typed it, and to nobody else', () => {
    const drafts = makeDrafts(storage(), () => 0);
    expect(drafts.write('ana', 'mission:1', { statement: 'Half a sent' })).toBe(true);
    expect(drafts.read('ana', 'mission:1')).toEqual({ statement: 'Half a sent' });
    expect(drafts.read('ben', 'mission:1')).toBeNull();
    expect(drafts.read('ana', 'mission:2')).toBeNull();
  });

  it('is gone once sent, and on sign-out', () => {
    const drafts = makeDrafts(storage(), () => 0);
    for (const name of ['a', 'b', 'c']) drafts.write('ana', name, name);
    drafts.write('ben', 'a', 'kept');
    drafts.clear('ana', 'a');
    expect(['a', 'b'].map((name) => drafts.read('ana', name))).toEqual([null, 'b']);
    drafts.clearAll('ana');
    expect(['b', 'c'].map((name) => drafts.read('ana', name))).toEqual([null, null]);
    expect(drafts.read('ben', 'a')).toBe('kept');
  });

  it('is let go after thirty days', () => {
    const store = storage();
    let now = 0;
    const drafts = makeDrafts(store, () => now);
    drafts.write('ana', 'a', 'old');
    store.setItem('parley:theme', 'dark');
    store.setItem('parley:draft:ana:broken', '{');
    now = 30 * 86_400_000;
    expect(drafts.read('ana', 'a')).toBeNull();
    drafts.sweep();
    expect(store.length).toBe(1);
  });

  it('is a courtesy: a full storage says "not saved" and breaks nothing', () => {
    const drafts = makeDrafts(storage(true), () => 0);
    expect(drafts.write('ana', 'a', 'text')).toBe(false);
    expect(drafts.read('ana', 'a')).toBeNull();
  });
});
