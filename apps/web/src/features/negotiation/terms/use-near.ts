import { listAmounts } from '@parley/domain/negotiation/ledger/named';
import type { Term, TermComponent } from '@parley/domain/negotiation/terms/term';
import { useNamed } from '../../../components/form/use-named.tsx';

/** What an amount of a term is held against: what was named for its part, and what the term says already. */
export function useNear(negotiationId: string, component: TermComponent, term: Term | null): number[] {
  const named = useNamed(negotiationId);
  const isPart = component === 'base' || component === 'signOn' || component === 'equity';
  const own = term?.component === component && term.value.kind === 'money' ? [term.value.minor] : [];
  return [...own, ...(isPart ? listAmounts(component, named) : [])];
}
