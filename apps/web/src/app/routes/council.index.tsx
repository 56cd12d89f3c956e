import { createFileRoute } from '@tanstack/react-router';
import { CouncilsPage } from '../../features/council/councils-page.tsx';

/** `all`: the list is wanted, also where there is one council and its page would do. */
const search = ({ all }: Record<string, unknown>): { all?: true } => (all === true ? { all } : {});

export const Route = createFileRoute('/council/')({ component: Screen, validateSearch: search });

function Screen() {
  return <CouncilsPage all={Route.useSearch().all === true} />;
}
