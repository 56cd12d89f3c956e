import type { Turn } from '@parley/domain/negotiation/ledger/move';
import { stageName } from '@parley/domain/opportunity/opportunity';
import { useQuery } from '@tanstack/react-query';
import Check from 'lucide-react/icons/check';
import Hourglass from 'lucide-react/icons/hourglass';
import { Chip } from '../../../components/chip.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

type TurnMarkProps = { negotiationId: string; turn: Turn; candidate: string };

/** Whose turn it is, in one chip; once it has ended, how. */
export function TurnMark({ negotiationId, turn, candidate }: TurnMarkProps) {
  const format = useFormat();
  const trpc = useTRPC();
  const outcome = useQuery(trpc.outcome.get.queryOptions({ negotiationId })).data?.outcome;
  if (outcome)
    return (
      <Chip
        tone={outcome.kind === 'accepted' ? 'good' : 'plain'}
      >{`${stageName(outcome.kind)} · ${format.day(outcome.on)}`}</Chip>
    );
  if (turn.state === 'not-begun') return <Chip>No move yet</Chip>;
  const since = format.dayOf(turn.since);
  if (turn.state === 'accepted') {
    const who = turn.by === 'candidate' ? `${candidate} accepted` : 'They accepted';
    return <Chip tone="good" icon={<Check aria-hidden="true" />}>{`${who} · ${since}`}</Chip>;
  }
  if (turn.state === 'theirs') return <Chip icon={<Hourglass aria-hidden="true" />}>{`Their turn since ${since}`}</Chip>;
  return <Chip tone="accent">{`${candidate === 'You' ? 'Your turn' : `Turn of ${candidate}`} since ${since}`}</Chip>;
}
