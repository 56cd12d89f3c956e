import { expect, test } from 'vitest';
import { tryTwins } from './twins.ts';

test('two servers on one database are killed in turn: every stream tells every write, once', async () => {
  const figures = await tryTwins({ kills: 2, streams: 28, writers: 2 }, (line) => process.stdout.write(`${line}\n`));
  expect(figures).toMatchObject({ gaps: 0, twice: 0 });
  expect(figures.acknowledged).toBeGreaterThan(10);
  expect(figures.told).toBe(figures.acknowledged * 14);
});
