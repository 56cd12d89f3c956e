import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Page } from '../../../components/page.tsx';
import { usePerson } from '../../../lib/person.ts';
import { instantToLocal } from '../../../lib/time/zoned.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useOpening } from '../sharing/use-opening.ts';
import { CompareForm } from './compare-form.tsx';
import { CompareList } from './compare-list.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { compareSides, type Side, sharedSide, useComparisonBasis, useOwnSides, useSharedOffers } from './use-compare.ts';

/** At most so many lie side by side and can still be told apart. */
const most = 4;

type Props = { chosen: readonly string[]; onChoose: (offerIds: string[]) => void };

/** Two to four offers side by side: mine, and what others show me of theirs. */
export function ComparePage({ chosen, onChoose }: Props) {
  const trpc = useTRPC();
  const mine = useQuery(trpc.offer.mine.queryOptions());
  const shared = useSharedOffers();
  const opening = useOpening();
  const own = mine.data ?? [];
  const labels = new Map(own.map(({ offerId, role, employer }) => [offerId, { label: `${employer}, ${role}`, short: employer }]));
  const ownSides = useOwnSides(
    chosen.filter((id) => labels.has(id)),
    labels,
  );
  const failed = mine.error ?? shared.error ?? ownSides.error;
  const lead = 'Over the years that all of them cover, from what you can see of each.';
  if (failed)
    return (
      <Page title="Compare offers" lead={lead} wide>
        <Failed error={failed} what="the offers" retry={() => void mine.refetch()} />
      </Page>
    );
  if (mine.isPending || shared.isPending)
    return (
      <Page title="Compare offers" lead={lead} wide>
        <Skeleton lines={6} what="the offers" />
      </Page>
    );
  // What is no longer shared drops out, though it was opened before.
  const theirSides = shared.offers.flatMap(({ itemId, ownerName }): Side[] => {
    const view = opening.views[itemId];
    if (view === undefined || view === 'nothing') return [];
    return [sharedSide(itemId, ownerName, view)];
  });
  const sides = [...ownSides.sides, ...theirSides];
  return (
    <Page title="Compare offers" lead={lead} wide>
      {own.length + shared.offers.length < 2 ? (
        <NotEnough />
      ) : (
        <CompareList
          own={own}
          shared={shared.offers}
          chosen={chosen}
          opening={opening}
          isFull={sides.length >= most}
          onToggle={(id) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
        />
      )}
      <FormFailure failure={opening.failure} />
      {ownSides.isPending ? <Skeleton lines={4} what="the figures" /> : <Beside sides={sides} />}
    </Page>
  );
}

function NotEnough() {
  return (
    <EmptyState
      title="You need two offers to compare"
      action={<LinkButton to="/opportunities">Go to your opportunities</LinkButton>}
    >
      Enter an offer on its opportunity. You can also compare it with offers that your council shares with you.
    </EmptyState>
  );
}

function Beside({ sides }: { sides: Side[] }) {
  const { zone } = usePerson();
  const ground = useComparisonBasis(instantToLocal(new Date().toISOString(), zone).slice(0, 10));
  if (sides.length < 2) return <p className="text-ink-soft">Choose two to four of them.</p>;
  const compared = compareSides(sides, ground);
  return (
    <>
      <CompareForm sides={sides} ground={ground} wrong={'path' in compared ? compared : null} />
      {'result' in compared ? (
        <ComparePanel
          {...{ sides, ground }}
          comparison={compared.result}
          parts={compared.parts}
          apart={compared.apart}
          today={compared.today}
        />
      ) : (
        <p className="text-warn" role="status">
          Not compared yet: {compared.message}
        </p>
      )}
    </>
  );
}
