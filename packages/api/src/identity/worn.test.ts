import { describe, expect, it } from 'vitest';
import { findWorn } from './worn.ts';

describe('a password that is long enough and guessed all the same', () => {
  it.each(['qwertyuiop', 'Konstantin', 'MYSTERIO619', '4815162342', 'superpassword', 'ｑｗｅｒｔｙｕｉｏｐ'])(
    '%s is on the lists, whatever its capitals and its width',
    (password) => expect(findWorn(password)).toContain('stolen elsewhere'),
  );

  it.each(['parley-2026!', 'CouncilCouncil', 'negotiation1', 'Walk-away 99', 'gratitude house'])(
    '%s is a word of this house',
    (password) => expect(findWorn(password)).toContain('a word of Parley itself'),
  );

  it.each([
    'a quiet room for Ana',
    'seventeen quiet herons',
    'my council meets on Thursday',
    'शान्त कोठा र राम्रो उज्यालो',
    'superpasswordy',
  ])('%s is not', (password) => expect(findWorn(password)).toBeNull());
});
