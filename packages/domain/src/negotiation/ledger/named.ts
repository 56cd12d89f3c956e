import type { Plan } from '../negotiation.ts';
import type { Package } from '../package.ts';
import { type MoveContent, putsOf } from './move.ts';

/** What an amount is held against: what either side put on the table, and what the plan wants. */
export type Named = { plan: Pick<Plan, 'target' | 'ideal'>; moves: readonly Pick<MoveContent, 'package' | 'second'>[] };

/** Every amount that was named for one part, by either side or in the plan: what a new one is held against. */
export function listAmounts(part: 'base' | 'signOn' | 'equity', { plan, moves }: Named): number[] {
  const said = moves.flatMap(putsOf).map((put: Package) => put[part]);
  const wanted = part === 'base' ? [plan.target.base, plan.ideal.base] : [];
  return [...said, ...wanted].filter((amount) => amount !== null);
}

/** What a wish over four years is held against: the other wishes, and four years of every base that was named. */
export function listTotals(named: Named): number[] {
  const { target, ideal } = named.plan;
  return [
    ...[target.total, ideal.total].filter((amount) => amount !== null),
    ...listAmounts('base', named).map((base) => base * 4),
  ];
}
