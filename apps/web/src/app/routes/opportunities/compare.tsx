import { createFileRoute } from '@tanstack/react-router';
import { ComparePage } from '../../../features/offer/compare/compare-page.tsx';

/** My own offers that are chosen are in the address; somebody else's are opened by a press, and are not. */
type Search = { offers?: string | undefined };

export const Route = createFileRoute('/opportunities/compare')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    offers: typeof search.offers === 'string' && search.offers !== '' ? search.offers : undefined,
  }),
  component: CompareScreen,
});

function CompareScreen() {
  const { offers } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ComparePage
      chosen={offers?.split(',') ?? []}
      onChoose={(offerIds) => void navigate({ search: { offers: offerIds.join(',') || undefined }, replace: true })}
    />
  );
}
