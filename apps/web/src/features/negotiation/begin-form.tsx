import { latestOf } from '@parley/domain/offer/offer';
import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { Button, type ButtonKind } from '../../components/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** The offers of an opportunity that have no negotiation yet; null while that is not known. */
function useOpenOffers(opportunityId: string, negotiationIds: readonly string[]): string[] | null {
  const trpc = useTRPC();
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  const known = useQueries({
    queries: negotiationIds.map((negotiationId) => trpc.negotiation.get.queryOptions({ negotiationId })),
  });
  if (!page.data || known.some((query) => !query.data)) return null;
  const taken = known.map((query) => query.data?.offerId);
  return page.data.parts.offer.filter((offerId) => !taken.includes(offerId));
}

/** The first act: a plan for an offer that has none. */
export function BeginForm({ opportunityId, negotiationIds }: { opportunityId: string; negotiationIds: readonly string[] }) {
  const offers = useOpenOffers(opportunityId, negotiationIds);
  if (offers === null) return null;
  if (offers.length === 0 && negotiationIds.length > 0) return null;
  if (offers.length === 0)
    return (
      <EmptyState title="Enter the offer first">
        A negotiation responds to an offer. Once there is one, even a verbal one, plan your numbers and asks here.
      </EmptyState>
    );
  const first = negotiationIds.length === 0;
  const action = (
    <div className="flex flex-wrap gap-2">
      {offers.map((offerId, index) => (
        <BeginButton
          key={offerId}
          offerId={offerId}
          kind={first && index === 0 ? 'primary' : 'plain'}
          words={offers.length > 1 ? `Plan the negotiation of offer ${index + 1}` : 'Plan the negotiation'}
        />
      ))}
    </div>
  );
  if (!first) return action;
  return (
    <EmptyState title="Decide your numbers before they name theirs" action={action}>
      Target, asks with their reasons, replies to what they may say. At first only you can see it.
    </EmptyState>
  );
}

type BeginButtonProps = { offerId: string; kind: ButtonKind; words: string };

/** Begins in the currency of the offer, or the person's while the offer names none. */
function BeginButton({ offerId, kind, words }: BeginButtonProps) {
  const trpc = useTRPC();
  const person = usePerson();
  const offer = useQuery(trpc.offer.get.queryOptions({ offerId }));
  const content = offer.data ? (latestOf(offer.data.versions)?.content ?? offer.data.frame.draft?.content) : undefined;
  const currency = content?.currency ?? person.currency;
  const create = useMutation(trpc.negotiation.create.mutationOptions());
  const pending = create.isPending || offer.isPending;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button kind={kind} pending={pending} onClick={() => create.mutate({ offerId, currency })}>
        {words}
      </Button>
      <FormFailure failure={create.isError ? failureOf(create.error) : null} />
    </div>
  );
}
