import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { CounterForm } from '../sealing/counter-form.tsx';
import { QuestionCard } from '../sealing/question-card.tsx';
import type { RevealedStage, Round } from '../use-round.ts';
import { LateList } from './late-list.tsx';
import { ReasonList } from './reason-list.tsx';
import { ResultList } from './result-list.tsx';
import { SpreadPanel } from './spread-panel.tsx';

type Props = { round: Round; stage: RevealedStage };

/** All counters at once: reasons first, then a strip for each component, then the table; what came late apart. */
export function RevealedPanel({ round, stage }: Props) {
  const { counters, target, late, summary, state } = stage;
  return (
    <>
      <QuestionCard round={round} />
      {counters.length === 0 ? <p className="text-ink-soft">Nobody had sealed when this was revealed.</p> : null}
      <ReasonList round={round} counters={counters} target={target} />
      {summary ? <Spread round={round} stage={stage} /> : null}
      {counters.length > 0 ? <ResultList round={round} stage={stage} /> : null}
      <LateList round={round} late={late} />
      {stage.maySeal ? <LateForm round={round} stage={stage} /> : null}
      {stage.asksElsewhere ? (
        <p className="max-w-prose text-ink-soft">
          You have not answered here. You are asked in a round that is open: answer there first, so that nobody reads here what
          you seal in it.
        </p>
      ) : null}
      {round.mine && state === 'revealed' ? <CloseButton roundId={round.roundId} /> : null}
    </>
  );
}

/** The strips, beside those of the round before for who may read it. */
function Spread({ round, stage }: Props) {
  const trpc = useTRPC();
  const { previousId } = round;
  const before = useQuery(trpc.round.get.queryOptions(previousId ? { roundId: previousId } : skipToken));
  if (before.isLoading) return <Skeleton what="the round before" lines={6} />;
  const earlier = before.data;
  const shown = earlier && 'counters' in earlier.stage ? { round: earlier, stage: earlier.stage } : null;
  return <SpreadPanel round={round} stage={stage} before={shown} />;
}

/** Who did not seal in time may still answer, apart from the statistics. */
function LateForm({ round, stage }: Props) {
  return (
    <section className="flex flex-col gap-4 rounded-md border border-line-strong px-4 py-4">
      <h4 className="font-medium">You have not answered</h4>
      <p className="max-w-prose text-ink-soft">
        You have seen the others’ packages, so yours is listed separately as late and counts in no median. Once sealed, it stays.
        {round.named || stage.late.length > 0 ? '' : ' Who was missing is known, so it is easily linked to you.'}
      </p>
      <CounterForm
        roundId={round.roundId}
        document={round.document}
        own={null}
        act="Add my late package"
        primary={false}
        onDone={() => undefined}
      />
    </section>
  );
}

function CloseButton({ roundId }: { roundId: string }) {
  const trpc = useTRPC();
  const close = useMutation(trpc.round.close.mutationOptions());
  return (
    <div className="flex flex-col items-start gap-2 border-t border-line pt-3">
      <Button kind="quiet" pending={close.isPending} onClick={() => close.mutate({ roundId })}>
        Close the round: no more late packages
      </Button>
      <FormFailure failure={close.isError ? failureOf(close.error) : null} />
    </div>
  );
}
