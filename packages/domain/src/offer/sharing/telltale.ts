import { type Grant, listOf, type PartOfPackage } from '../../compensation/components.ts';
import type { Levels } from '../../item/levels.ts';

/** What equity says of an employer whose name is hidden. */
export type Telltale = 'price' | 'steps';

/** Parts of different sizes: four equal years and one step are everybody's. */
const isUneven = ({ vesting: { steps } }: Grant) => new Set(steps.map(({ months, percent }) => `${months} ${percent}`)).size > 1;

/**
 * By what a reader could find the employer although its name is not shown: the exact price of a share that is bought and sold,
 * which anybody looks up, and a vesting of uneven steps (5/15/40/40), which few employers have and a range shows too.
 */
export function findTelltales({ components }: PartOfPackage, { company, equity }: Levels): Telltale[] {
  if (company === 'exact' || equity === 'hidden') return [];
  const grants = [components.grants, components.refreshers].flatMap((part) => (part ? listOf(part) : []));
  const isPriced = equity === 'exact' && grants.some(({ listed, price, strike }) => listed && (price ?? strike) !== null);
  return [...(isPriced ? (['price'] as const) : []), ...(grants.some(isUneven) ? (['steps'] as const) : [])];
}
