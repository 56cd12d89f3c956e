import { heardSeconds } from '@parley/domain/help/help';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { AnswerForm } from './answer-form.tsx';

type Props = { helpId: string; onClose: () => void };

/** A sentence for ten seconds; then it is gone, and one writes what one heard. */
export function HeardPanel({ helpId, onClose }: Props) {
  const [heard, setHeard] = useState(useHeld(`help-answer:${helpId}`));
  if (!heard) return <Sentence helpId={helpId} onOver={() => setHeard(true)} />;
  return <AnswerForm helpId={helpId} label="What did you hear?" onClose={onClose} />;
}

function Sentence({ helpId, onOver }: { helpId: string; onOver: () => void }) {
  const trpc = useTRPC();
  // kept no longer than it is shown
  const hearing = useQuery({ ...trpc.help.hear.queryOptions({ helpId }), gcTime: 0, staleTime: Number.POSITIVE_INFINITY });
  if (hearing.isPending) return <Skeleton lines={1} what="the sentence" />;
  if (hearing.isError) return <Failed error={hearing.error} what="the sentence" retry={() => void hearing.refetch()} />;
  return <Shown text={hearing.data.text} onOver={onOver} />;
}

function Shown({ text, onOver }: { text: string; onOver: () => void }) {
  const [left, setLeft] = useState(heardSeconds);
  useEffect(() => {
    if (left === 0) onOver();
    const second = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(second);
  }, [left, onOver]);
  return (
    <div className="flex items-start gap-4 rounded-md bg-accent-soft px-4 py-4">
      <p role="status" className="min-w-0 flex-1 text-lg wrap-anywhere">
        {text}
      </p>
      <p role="timer" aria-label="Seconds left" className="text-2xl font-medium tabular-nums">
        {left}
      </p>
    </div>
  );
}
