import { type Placed, takeWords } from '@parley/domain/suggestion/suggestion';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Leaking, useOwnWalkAway } from '../../../components/feedback/use-walk-away.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** Of what shows the walk-away, only what the new words bring or complete: the rest of the text was looked at before. */
function brought(found: readonly Leaking[], from: number, to: number): Leaking[] {
  return found
    .map(({ text, leaks }) => ({ text, leaks: leaks.filter((leak) => leak.from < to && leak.to > from) }))
    .filter(({ leaks }) => leaks.length > 0);
}

/** Accepts a suggestion, once the walk-away was looked for in the text as it would read; where it shows, its owner is asked first. */
export function useAccepting(threadId: string, now: string | undefined, placed: Placed | null) {
  const trpc = useTRPC();
  const look = useOwnWalkAway();
  const [leaking, setLeaking] = useState<{ words: string; found: Leaking[] } | null>(null);
  const accept = useMutation({
    ...trpc.suggestion.accept.mutationOptions(),
    onSuccess: () => setLeaking(null),
  });
  const check = useMutation({
    mutationFn: async ({ words, text, at }: { words: string; text: string; at: Placed }) =>
      brought(await look(takeWords(text, at, words)), at.start, at.start + words.length),
    onSuccess(found, { words, at }) {
      setLeaking({ words, found });
      if (found.length === 0) accept.mutate({ threadId, seen: at.words, words });
    },
  });
  const pending = check.isPending || accept.isPending;
  const take = (words: string) => {
    if (placed && now !== undefined && !pending) check.mutate({ words, text: now, at: placed });
  };
  const anyway = () => {
    if (placed && leaking && !pending) accept.mutate({ threadId, seen: placed.words, words: leaking.words });
  };
  const error = check.error ?? accept.error;
  const failure = error && failureOf(error);
  return { take, anyway, leaking, pending, failure };
}
