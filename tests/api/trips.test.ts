import { appRouter } from '@parley/api/router';
import type { AnyProcedure, AnyRouter } from '@trpc/server';
import { expect, it } from 'vitest';
import { askingAsTheyGo } from '../support/asking-as-they-go.ts';

const router: AnyRouter = appRouter;
const procedures = new Map<string, AnyProcedure>(Object.entries(router._def.procedures));

function isDeclared(procedure: AnyProcedure): boolean {
  const meta: unknown = procedure._def.meta;
  return typeof meta === 'object' && meta !== null && 'declared' in meta && meta.declared === true;
}

it('a procedure is declared: one flush a read, two a write; the list of those that ask as they go only shrinks', () => {
  expect(procedures.size).toBeGreaterThan(100);
  const others = [...procedures].filter(([, procedure]) => !isDeclared(procedure)).map(([path]) => path);
  expect(others.sort()).toEqual([...askingAsTheyGo].sort());
});
