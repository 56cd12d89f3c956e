import { useQuery } from '@tanstack/react-query';
import Eye from 'lucide-react/icons/eye';
import { type MouseEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { PrivateGround } from '../../components/private-ground.tsx';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Props = { negotiationId: string; currency: string };

/** The walk-away, on the screen only while it is held; let go, it is forgotten. */
export function WalkAwayCard(props: Props) {
  const [held, setHeld] = useState(false);
  // a keyboard or a screen reader cannot hold: its press opens, the next one closes
  const press = ({ detail }: MouseEvent) => {
    if (detail === 0) setHeld((now) => !now);
  };
  const release = () => setHeld(false);
  return (
    <PrivateGround words="Only you, and only on request">
      <Button
        icon={<Eye aria-hidden="true" />}
        aria-pressed={held}
        className="w-full touch-none"
        onPointerDown={() => setHeld(true)}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onContextMenu={(event) => event.preventDefault()}
        onBlur={release}
        onClick={press}
      >
        Press and hold: my walk-away
      </Button>
      <div aria-live="polite" className="flex min-h-14 items-center">
        {held ? <Held {...props} /> : null}
      </div>
    </PrivateGround>
  );
}

function Held({ negotiationId, currency }: Props) {
  const trpc = useTRPC();
  const format = useFormat();
  const query = useQuery({ ...trpc.walkAway.get.queryOptions({ negotiationId }), gcTime: 0, staleTime: 0 });
  if (query.isPending) return <p className="text-ink-soft">…</p>;
  if (query.isError) return <p className="text-bad">It cannot be shown just now. Press again.</p>;
  const { base, total } = query.data.walkAway;
  if (base === null && total === null) return <p className="text-ink-soft">None is set.</p>;
  return (
    <p className="flex flex-wrap gap-x-6 text-xl font-semibold tabular-nums">
      {base === null ? null : <span>{format.money(base, currency)} base</span>}
      {total === null ? null : <span>{format.money(total, currency)} over four years</span>}
    </p>
  );
}
