import type { AppRouter } from '@parley/api/router';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useRemoval } from '../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { useOpened } from '../../lib/use-revised.ts';
import { HelpCard } from './help-card.tsx';
import { HelpForm } from './help-form.tsx';

type Help = inferRouterOutputs<AppRouter>['help']['list'];

/** What members of the council want help with: short ones first, then long ones; what is settled folds away. */
export function HelpList({ councilId }: { councilId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.help.list.queryOptions({ councilId }));
  return (
    <Card title="Help wanted" flush>
      {query.isPending ? <Skeleton what="what is asked for" /> : null}
      {query.isError ? <Failed error={query.error} what="what is asked for" retry={() => void query.refetch()} /> : null}
      {query.data ? <Requests councilId={councilId} help={query.data} /> : null}
    </Card>
  );
}

function Requests({ councilId, help }: { councilId: string; help: Help }) {
  const { open, setOpen, close } = useOpened(useHeld(`help:${councilId}`) ? 'new' : null);
  const removal = useRequestRemoval(help);
  const shown = help.requests.filter(({ helpId }) => !removal.isGone(helpId));
  const row = (request: Help['requests'][number]) => (
    <li key={request.helpId} className="px-4 py-4 sm:px-5">
      <HelpCard councilId={councilId} request={request} names={help.names} viewerId={help.viewerId} {...removal} />
    </li>
  );
  const settled = shown.filter(({ settledAt }) => settledAt !== null);
  return (
    <>
      {shown.length === 0 ? (
        <p className="max-w-prose px-4 py-4 text-ink-soft sm:px-5">
          Nobody has asked for anything yet. Say what you want help with and what kind of feedback; it comes on the agenda of the
          next meeting, and members can answer before.
        </p>
      ) : null}
      <ul className="divide-y divide-line">{shown.filter(({ settledAt }) => settledAt === null).map(row)}</ul>
      {settled.length > 0 ? (
        <details className="border-t border-line">
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-ink-soft sm:px-5">Closed, {settled.length}</summary>
          <ul className="divide-y divide-line border-t border-line">{settled.map(row)}</ul>
        </details>
      ) : null}
      <div className="flex flex-col items-start gap-2 border-t border-line px-4 py-3 sm:px-5">
        <FormFailure failure={removal.failure} />
        {settled.length > 0 ? <p className="text-sm text-ink-soft">{help.health.sentence}</p> : null}
        {open === 'new' ? (
          <HelpForm councilId={councilId} request={null} onClose={() => close('new')} />
        ) : (
          <Button kind="quiet" className="-ml-4" icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
            Ask for help
          </Button>
        )}
      </div>
    </>
  );
}

/** The one request that a turn of the meeting is about, answered and settled where it stands. */
export function HelpTurn({ councilId, helpId }: { councilId: string; helpId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.help.list.queryOptions({ councilId }));
  const removal = useRequestRemoval(query.data);
  if (query.isError) return <Failed error={query.error} what="this request" retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton what="this request" />;
  const request = query.data.requests.find((one) => one.helpId === helpId && !removal.isGone(helpId));
  if (!request) return <p className="text-ink-soft">This request was taken away.</p>;
  return (
    <>
      <FormFailure failure={removal.failure} />
      <HelpCard councilId={councilId} request={request} names={query.data.names} viewerId={query.data.viewerId} {...removal} />
    </>
  );
}

/** Takes requests, and answers of one's own, off the screen at once and off the server when it can no longer be undone. */
function useRequestRemoval(help: Help | undefined) {
  const trpc = useTRPC();
  const remove = useMutation(trpc.help.remove.mutationOptions());
  const drop = useMutation(trpc.help.dropAnswer.mutationOptions());
  const removal = useRemoval((helpId) => remove.mutateAsync({ helpId }), 'Request removed');
  const dropping = useRemoval((answerId) => {
    const request = help?.requests.find(({ answers }) => answers.some((one) => one.answerId === answerId));
    return request ? drop.mutateAsync({ helpId: request.helpId, answerId }) : Promise.resolve();
  }, 'Answer taken back');
  return {
    failure: removal.failure ?? dropping.failure,
    isGone: (id: string) => removal.isGone(id) || dropping.isGone(id),
    onRemove: removal.remove,
    onDrop: dropping.remove,
  };
}
