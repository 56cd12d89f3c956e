import type { AnyProcedure, AnyRouter } from '@trpc/server';
import type { PolicyTable } from './policy-row.ts';
import type { StaleTable } from './stale-row.ts';

/**
 * Refuses to start when a procedure has no row, a row has no procedure, a procedure is built for other callers
 * than its row says, or a lazy router hides procedures from this list.
 */
export function checkPolicy(appRouter: AnyRouter, policy: PolicyTable): void {
  if (Object.keys(appRouter._def.lazy).length > 0) throw new Error('Lazy routers escape the policy table.');
  const procedures = new Map<string, AnyProcedure>(Object.entries(appRouter._def.procedures));
  for (const [path, procedure] of procedures) {
    const row = policy[path];
    if (!row) throw new Error(`No policy row for ${path}.`);
    const meta: unknown = procedure._def.meta;
    const isOpen = typeof meta === 'object' && meta !== null && 'open' in meta && meta.open === true;
    if (isOpen !== (row.who === 'anyone')) throw new Error(`${path} is built for other callers than its policy row says.`);
  }
  for (const path of Object.keys(policy))
    if (!procedures.has(path)) throw new Error(`A policy row without a procedure: ${path}.`);
}

/** Refuses to start when a mutation does not say what it makes stale. */
export function checkStale(appRouter: AnyRouter, stale: StaleTable): void {
  const procedures = Object.entries<AnyProcedure>(appRouter._def.procedures);
  for (const [path, { _def }] of procedures)
    if (_def.type === 'mutation' && !stale[path]) throw new Error(`Nothing says what ${path} makes stale.`);
}
