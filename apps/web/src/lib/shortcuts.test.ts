import { describe, expect, it } from 'vitest';
import { matchKey, type Shortcut } from './shortcuts.ts';

const shortcuts: Shortcut[] = ['/', 'g t', 'g o', 'c', 't'].map((keys) => ({ keys, label: keys, act: () => undefined }));

/** The keys that act, after these were pressed one after the other. */
function pressed(...keys: string[]): string[] {
  let before = '';
  return keys.flatMap((key) => {
    const found = matchKey(key, before, shortcuts);
    before = found.before;
    return found.hit ? [found.hit.keys] : [];
  });
}

describe('keys', () => {
  it('act alone or two in a row', () => {
    expect(pressed('/')).toEqual(['/']);
    expect(pressed('g', 't')).toEqual(['g t']);
    expect(pressed('g', 'o', 'c')).toEqual(['g o', 'c']);
  });

  it('a second key that leads nowhere acts for itself, or begins anew', () => {
    expect(pressed('g', 'c')).toEqual(['c']);
    expect(pressed('g', 'g', 'o')).toEqual(['g o']);
    expect(pressed('g', 'x', 't')).toEqual(['t']);
  });
});
