import { appRouter } from '@parley/api/router';
import { expect, it } from 'vitest';
import { askingAsTheyGo } from '../support/asking-as-they-go.ts';

const meta = (path: string): unknown => Object.entries(appRouter._def.procedures).find(([name]) => name === path)?.[1]._def.meta;

const isDeclared = (path: string) => {
  const found = meta(path);
  return typeof found === 'object' && found !== null && 'declared' in found && found.declared === true;
};

it('a procedure is declared: one flush a read, two a write; the list of those that ask as they go only shrinks', () => {
  const paths = Object.keys(appRouter._def.procedures);
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => !isDeclared(path)).sort()).toEqual([...askingAsTheyGo].sort());
});
