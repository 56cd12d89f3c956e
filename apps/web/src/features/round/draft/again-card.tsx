import { useMutation } from '@tanstack/react-query';
import Users from 'lucide-react/icons/users';
import { Button } from '../../../components/button.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Preparing } from '../use-round.ts';

export type AgainCardProps = { roundId: string; again: NonNullable<Preparing['again']> };

/** Whom the round before reaches, a press away from being asked again; who was asked and is left out is named. */
export function AgainCard({ roundId, again }: AgainCardProps) {
  const trpc = useTRPC();
  const format = useFormat();
  const ask = useMutation(trpc.round.askAgain.mutationOptions());
  const { number, asked } = again;
  const names = again.names.toSorted((a, b) => a.localeCompare(b));
  return (
    <div className="flex max-w-prose flex-col items-start gap-2">
      <LeftOut again={again} />
      {asked || names.length === 0 ? null : (
        <>
          <p>
            Round {number} reaches {format.list(names)}.
          </p>
          <Button icon={<Users aria-hidden="true" />} pending={ask.isPending} onClick={() => ask.mutate({ roundId })}>
            Ask the same people
          </Button>
        </>
      )}
      <FormFailure failure={ask.isError ? failureOf(ask.error) : null} />
    </div>
  );
}

function LeftOut({ again: { number, left, nameless } }: Pick<AgainCardProps, 'again'>) {
  const format = useFormat();
  const others = nameless === 1 ? 'somebody who has left the council' : `${nameless} who have left the council`;
  const gone = nameless === 0 ? left : [...left, others];
  if (gone.length === 0) return null;
  const said = format.list(gone);
  return (
    <p className="text-ink-soft">
      {said.charAt(0).toUpperCase() + said.slice(1)} {gone.length === 1 && nameless < 2 ? 'was' : 'were'} asked in round {number},
      can no longer read it, and {gone.length === 1 && nameless < 2 ? 'is' : 'are'} left out.
    </p>
  );
}
