import { describe, expect, it } from 'vitest';
import { comparedAddress } from './address.ts';

const same = (one: string, other: string) => comparedAddress(one) === comparedAddress(other);

describe('two addresses', () => {
  it.each([
    ['gus@bücher.example', 'gus@xn--bcher-kva.example'],
    ['gus@BÜCHER.example', 'GUS@xn--Bcher-kva.EXAMPLE'],
    ['gus@bu\u0308cher.example', 'gus@b\u00fccher.example'],
    ['zoe\u0301@example.org', 'zo\u00e9@example.org'],
    [' Ana@Example.org ', 'ana@example.org'],
    ['ana@例え。テスト', 'ana@xn--r8jz45g.xn--zckzah'],
    ['ana@example.org.', 'ana@example.org'],
  ])('%s and %s are one person', (one, other) => expect(same(one, other)).toBe(true));

  it.each([
    ['ana+jobs@example.org', 'ana@example.org'],
    ['a.na@example.org', 'ana@example.org'],
    ['ana@example.org', 'ana@example.com'],
    ['gus@bücher.example', 'gus@bucher.example'],
    ['ana@straße.example', 'ana@strasse.example'],
    ['ana@0x7f.1', 'ana@127.0.0.1'],
    ['ana@a/b.example', 'ana@a'],
    ['аna@example.org', 'ana@example.org'],
  ])('%s and %s are not joined', (one, other) => expect(same(one, other)).toBe(false));

  it('are compared in a form that compares as itself', () => {
    for (const one of ['gus@bücher.example', 'ana@例え。テスト', 'no address', 'ana@0x7f.1', 'İ@example.org'])
      expect(comparedAddress(comparedAddress(one))).toBe(comparedAddress(one));
  });
});
