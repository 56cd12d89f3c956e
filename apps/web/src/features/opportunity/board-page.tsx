import { listTags, type Order, type Sieve, siftCards } from '@parley/domain/opportunity/board';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import Search from 'lucide-react/icons/search';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { activeShortcuts } from '../../lib/shortcuts.ts';
import { useToday } from '../../lib/time/use-today.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { BoardPanel } from './board-panel.tsx';
import { OpportunityList } from './opportunity-list.tsx';
import { SieveForm } from './sieve-form.tsx';
import { useStage } from './use-stage.ts';

const AddDialog = lazy(() => import('./add-dialog.tsx').then((file) => ({ default: file.AddDialog })));

export type BoardView = { view: 'board' | 'list'; order: Order; ascending: boolean } & Sieve;

type Props = {
  view: BoardView;
  onView: (view: BoardView) => void;
  /** One is to be added at once: blank, or what was shared with Parley, an address or a posting. */
  pasted?: string | undefined;
  onPasted?: (() => void) | undefined;
};

/** All of my opportunities, by stage or as a list; which of the two is kept in the address. */
export function BoardPage({ view, onView, pasted, onPasted }: Props) {
  const trpc = useTRPC();
  const [adding, setAdding] = useState(pasted !== undefined);
  // an empty board offers the act itself
  const none = useQuery(trpc.opportunity.list.queryOptions()).data?.length === 0;
  const close = () => {
    setAdding(false);
    onPasted?.();
  };
  // a phone has no key for it
  const pressSearch = () =>
    activeShortcuts()
      .find(({ keys }) => keys === '/')
      ?.act();
  const search = (
    <Button kind="quiet" className="-ml-4" icon={<Search aria-hidden="true" />} onClick={pressSearch}>
      Search
    </Button>
  );
  const add = (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
      Add an opportunity
    </Button>
  );
  return (
    <Page
      title="Opportunities"
      wide
      action={
        <span className="flex flex-wrap justify-end gap-2">
          {search}
          {none ? null : add}
        </span>
      }
    >
      <BoardContent view={view} onView={onView} onAdd={() => setAdding(true)} />
      <Suspense fallback={null}>{adding ? <AddDialog pasted={pasted?.trim()} onClose={close} /> : null}</Suspense>
    </Page>
  );
}

function BoardContent({ view, onView, onAdd }: Props & { onAdd: () => void }) {
  const trpc = useTRPC();
  const today = useToday();
  const list = useQuery(trpc.opportunity.list.queryOptions());
  const { move, failure } = useStage();
  if (list.isPending) return <Skeleton what="your opportunities" />;
  if (list.isLoadingError) return <Failed error={list.error} what="your opportunities" retry={() => void list.refetch()} />;
  const cards = siftCards(list.data, view, today, new Date());
  const tags = listTags(list.data);
  if (list.data.length === 0) {
    return (
      <EmptyState
        title="Write down the first opening you are pursuing"
        action={
          <span className="flex flex-wrap gap-2">
            <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={onAdd}>
              Add an opportunity
            </Button>
            <LinkButton to="/opportunities/import" kind="quiet">
              Bring a list along
            </LinkButton>
          </span>
        }
      >
        A company and a role are enough. Only you see it until you share a part of it.
      </EmptyState>
    );
  }
  const onMove = (card: { opportunityId: string; rev: number }, stage: Parameters<typeof move>[0]['stage']) =>
    move({ opportunityId: card.opportunityId, rev: card.rev, stage, on: today });
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ViewToggle view={view} onView={onView} />
        <span className="flex flex-wrap max-sm:-ml-2 max-sm:[&>a]:px-2">
          <LinkButton to="/opportunities/hunt" kind="quiet">
            Your hunt
          </LinkButton>
          <LinkButton to="/opportunities/compare" kind="quiet">
            Compare offers
          </LinkButton>
          <LinkButton to="/opportunities/import" kind="quiet">
            Bring a list<span className="max-sm:sr-only"> along</span>
          </LinkButton>
        </span>
      </div>
      <SieveForm sieve={view} tags={tags} onSieve={(sieve) => onView({ ...view, ...sieve })} />
      <FormFailure failure={failure && { ...failure, code: failure.code === 'CONFLICT' ? 'STALE' : failure.code }} />
      {cards.length === 0 ? <NothingHere show={view.show} /> : null}
      {cards.length === 0 ? null : view.view === 'board' ? (
        <BoardPanel cards={cards} onMove={onMove} />
      ) : (
        <OpportunityList cards={cards} sorting={view} onSort={(sorting) => onView({ ...view, ...sorting })} onMove={onMove} />
      )}
    </>
  );
}

const nothing: Record<Sieve['show'], string> = {
  live: 'Nothing here matches. Take a word out of the filter, or look among what is put away.',
  silent: 'Nobody has owed you an answer for a week.',
  archived: 'Nothing is put away. “Put away” in the menu of an opening moves it here, with everything that it holds.',
};

function NothingHere({ show }: Pick<Sieve, 'show'>) {
  return <p className="text-ink-soft">{nothing[show]}</p>;
}

const views = [
  { id: 'board', label: 'Board' },
  { id: 'list', label: 'List' },
] as const;

function ViewToggle({ view, onView }: Props) {
  return (
    <fieldset className="flex w-fit overflow-hidden rounded-md border border-line-strong">
      <legend className="sr-only">Show as</legend>
      {views.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          aria-pressed={view.view === id}
          onClick={() => onView({ ...view, view: id })}
          className={`min-h-11 px-4 not-first:border-l not-first:border-line ${view.view === id ? 'bg-accent text-on-accent' : 'hover:bg-sunken'}`}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
