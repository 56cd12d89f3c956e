import { expect, test } from 'vitest';
import { quoted } from './quote.ts';

test.each([
  ['We could look at the bonus.', '“We could look at the bonus.”'],
  ['“We could look at the bonus.”', '“We could look at the bonus.”'],
  ['"Two lines,\nboth of them."', '“Two lines,\nboth of them.”'],
  ['„Das ist alles.“', '“Das ist alles.”'],
  ['“No,” she said', '““No,” she said”'],
])('%s stands in one pair of marks', (words, shown) => {
  expect(quoted(words)).toBe(shown);
});
