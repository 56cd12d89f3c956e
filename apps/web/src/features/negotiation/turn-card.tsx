import type { Turn } from '@parley/domain/negotiation/move';
import Check from 'lucide-react/icons/check';
import Hourglass from 'lucide-react/icons/hourglass';
import { Chip } from '../../components/chip.tsx';
import { useFormat } from '../../lib/format.ts';

/** Whose turn it is, in one chip. */
export function TurnMark({ turn, candidate }: { turn: Turn; candidate: string }) {
  const format = useFormat();
  if (turn.state === 'not-begun') return <Chip>No move yet</Chip>;
  const since = format.dayOf(turn.since);
  if (turn.state === 'accepted') {
    const who = turn.by === 'candidate' ? `${candidate} accepted` : 'They accepted';
    return <Chip tone="good" icon={<Check aria-hidden="true" />}>{`${who} · ${since}`}</Chip>;
  }
  if (turn.state === 'theirs') return <Chip icon={<Hourglass aria-hidden="true" />}>{`Their turn since ${since}`}</Chip>;
  return <Chip tone="accent">{`${candidate === 'You' ? 'Your turn' : `Turn of ${candidate}`} since ${since}`}</Chip>;
}
