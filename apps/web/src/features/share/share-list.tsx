import type { ItemKind } from '@parley/domain/item/item';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import Table2 from 'lucide-react/icons/table-2';
import type { ReactNode } from 'react';
import { Avatar } from '../../components/avatar.tsx';
import { Card } from '../../components/card.tsx';
import { Chip } from '../../components/chip.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useFormat } from '../../lib/format.ts';
import { roomOf } from '../../lib/rooms.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { lastMomentOf } from './use-choice.ts';
import type { OwnLine, SharedLine } from './use-share.ts';

const words = {
  opportunity: 'Opportunity',
  mission: 'Job mission',
  offer: 'Offer',
  negotiation: 'Negotiation',
  debrief: 'Debrief',
  round: 'Counter round',
} satisfies Record<ItemKind, string>;

/** What others share with the viewer in one council. No figure is here: an offer is opened on its own page. */
export function SharedList({ councilId }: { councilId: string }) {
  const trpc = useTRPC();
  const shared = useQuery(trpc.share.listShared.queryOptions({ councilId }));
  return (
    <Card title="Shared with you" flush>
      {shared.isPending ? (
        <Padded>
          <Skeleton lines={3} what="what is shared with you" />
        </Padded>
      ) : null}
      {shared.isError ? (
        <Padded>
          <Failed error={shared.error} what="what is shared with you" retry={() => void shared.refetch()} />
        </Padded>
      ) : null}
      {shared.data?.length === 0 ? (
        <Padded>
          <NothingYet />
        </Padded>
      ) : null}
      <ul className="divide-y divide-line">
        {shared.data?.map((line) => (
          <SharedItem key={line.itemId} line={line} />
        ))}
      </ul>
    </Card>
  );
}

function Padded({ children }: { children: ReactNode }) {
  return <div className="p-4 sm:p-5">{children}</div>;
}

function NothingYet() {
  return (
    <EmptyState
      icon={<Table2 aria-hidden="true" />}
      title="Nothing is shared with you here yet"
      action={<LinkButton to="/opportunities">Go to your opportunities</LinkButton>}
    >
      Somebody has to start: share a job mission with your council and say what feedback you want.
    </EmptyState>
  );
}

type Place = Pick<SharedLine, 'opportunityId' | 'kind' | 'role' | 'employer'>;

/** The item's kind and opening, leading to its room of the opportunity. */
export function ItemLink({ opportunityId, kind, role, employer }: Place) {
  return (
    <Link to={roomOf[kind]} params={{ opportunityId }} className="font-medium after:absolute after:inset-0 hover:underline">
      {words[kind]}: {role}, {employer}
    </Link>
  );
}

function SharedItem({ line }: { line: SharedLine }) {
  const format = useFormat();
  const until = line.expiresAt === null ? '' : ` · until ${format.dayOf(lastMomentOf(line.expiresAt))}`;
  return (
    <li className="relative flex min-h-14 items-center gap-3 px-4 py-2.5 hover:bg-sunken sm:px-5">
      <Avatar name={line.ownerName} />
      {/* beside the words where there is room, else under them */}
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <div className="min-w-0">
          <ItemLink {...line} />
          <p className="text-sm text-ink-soft">
            {line.ownerName} · since {format.dayOf(line.since)}
            {until}
          </p>
        </div>
        {line.shows ? <Chip>{line.shows}</Chip> : null}
      </div>
    </li>
  );
}

/** What the viewer shares, with whom and until when. */
export function SharingList() {
  const trpc = useTRPC();
  const own = useQuery(trpc.share.mine.queryOptions());
  return (
    <Card title="What you share" flush>
      {own.isPending ? (
        <Padded>
          <Skeleton lines={3} what="what you share" />
        </Padded>
      ) : null}
      {own.isError ? (
        <Padded>
          <Failed error={own.error} what="what you share" retry={() => void own.refetch()} />
        </Padded>
      ) : null}
      {own.data?.length === 0 ? (
        <p className="p-4 sm:px-5">Only you can see what is yours. Use the chip on an item to share it.</p>
      ) : null}
      <ul className="divide-y divide-line">
        {own.data?.map((line) => (
          <OwnItem key={line.itemId} line={line} />
        ))}
      </ul>
    </Card>
  );
}

function OwnItem({ line }: { line: OwnLine }) {
  const format = useFormat();
  const audience = line.shares.map(
    ({ audience: who, expiresAt }) => `${who}${expiresAt === null ? '' : ` until ${format.dayOf(lastMomentOf(expiresAt))}`}`,
  );
  return (
    <li className="relative min-h-14 px-4 py-2.5 hover:bg-sunken sm:px-5">
      <ItemLink {...line} />
      <p className="text-sm text-ink-soft">{audience.join(' · ')}</p>
    </li>
  );
}
