import { debriefTitle } from '@parley/domain/debrief/debrief';
import { type Call, callTitle, dayOfCall } from '@parley/domain/opportunity/call';
import { moveKind, type StageEntry, stageName } from '@parley/domain/opportunity/opportunity';
import { useMutation, useQuery } from '@tanstack/react-query';
import PenLine from 'lucide-react/icons/pen-line';
import { type FormEvent, useState } from 'react';
import { IconButton } from '../../../components/button.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { todayIn, useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';
import { useToday } from '../../../lib/time/use-today.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** What only the owner has of it: its revision, and its calls. */
type Own = { rev: number; details: { calls: readonly Call[] } } | null;

type Props = { opportunityId: string; own: Own };

type Line = { id: string; on: string; words: string; step: StageEntry | null };

/** Everything with a date, the latest first: steps, and for the owner calls and debriefs. A step's date can be corrected. */
export function TimelinePanel({ opportunityId, own }: Props) {
  const trpc = useTRPC();
  const { zone } = usePerson();
  const timeline = useQuery(trpc.opportunity.timeline.queryOptions({ opportunityId }));
  const debriefs = useQuery(trpc.debrief.list.queryOptions({ opportunityId }, { enabled: own !== null }));
  if (timeline.isPending) return <Skeleton what="the timeline" lines={2} />;
  if (timeline.isLoadingError) return <Failed error={timeline.error} what="the timeline" retry={() => void timeline.refetch()} />;
  const steps: Line[] = timeline.data.map((step, at, all) => ({
    id: step.id,
    on: step.on,
    words: wordsFor(step, all[at - 1]),
    step,
  }));
  const calls: Line[] = (own?.details.calls ?? []).map((call) => ({
    id: call.id,
    on: dayOfCall(call),
    words: callTitle(call),
    step: null,
  }));
  const told: Line[] = (debriefs.data ?? []).flatMap((debrief) => {
    const { id, time } = debrief;
    if (time === null) return [];
    const on = time.type === 'day' ? time.day : todayIn(zone, new Date(time.at));
    return [{ id, on, words: `Debrief: ${debriefTitle(debrief)}`, step: null }];
  });
  const lines = [...steps, ...calls, ...told].toSorted((a, b) => a.on.localeCompare(b.on)).toReversed();
  return (
    <ol className="flex flex-col">
      {lines.map((line) => (
        <TimelineLine key={line.id} line={line} opportunityId={opportunityId} rev={own?.rev ?? null} />
      ))}
    </ol>
  );
}

function TimelineLine({ line, opportunityId, rev }: { line: Line; opportunityId: string; rev: number | null }) {
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const { on, words, step } = line;
  return (
    <li className="grid grid-cols-[7rem_1fr_auto] items-center gap-x-3 border-l-2 border-line py-0.5 pl-4 sm:grid-cols-[8.5rem_1fr_auto] sm:gap-x-4">
      <time dateTime={on} className="text-ink-soft tabular-nums">
        {format.date(on)}
      </time>
      <span className="wrap-anywhere">{words}</span>
      {step && rev !== null ? (
        <IconButton
          label={`Correct the date of: ${words}`}
          icon={<PenLine aria-hidden="true" />}
          aria-expanded={changing}
          onClick={() => setChanging(!changing)}
        />
      ) : (
        <span className="min-h-11" />
      )}
      {changing && step && rev !== null ? (
        <RedateForm {...{ opportunityId, rev, step }} onDone={() => setChanging(false)} />
      ) : null}
    </li>
  );
}

type RedateProps = { opportunityId: string; rev: number; step: StageEntry; onDone: () => void };

function RedateForm({ opportunityId, rev, step, onDone }: RedateProps) {
  const trpc = useTRPC();
  const today = useToday();
  const [on, setOn] = useState(step.on);
  const [failure, setFailure] = useState<Failure | null>(null);
  const redate = useMutation(
    trpc.opportunity.redate.mutationOptions({
      onMutate: () => setFailure(null),
      onSuccess: onDone,
      onError: (error) => setFailure(failureOf(error)),
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    redate.mutate({ opportunityId, rev, entryId: step.id, on });
  };
  const wrong = failure?.fields.find(({ path }) => path === 'on')?.message;
  return (
    <form onSubmit={onSubmit} noValidate className="col-span-3 flex flex-col gap-3 pt-1 pb-3">
      <DateField
        label="It was on"
        autoFocus
        max={today}
        value={on}
        error={wrong}
        onChange={(event) => setOn(event.target.value)}
        className="max-w-60"
      />
      <FormFailure failure={wrong ? null : failure} />
      <FormActions act="Correct the date" pending={redate.isPending} onCancel={onDone} />
    </form>
  );
}

function wordsFor(entry: StageEntry, before: StageEntry | undefined): string {
  if (!before) return `Began as ${stageName(entry.stage).toLowerCase()}`;
  const words = { onward: '', back: 'Back to ', end: '', reopen: 'Reopened at ' }[moveKind(before.stage, entry.stage)];
  return words === '' ? stageName(entry.stage) : `${words}${stageName(entry.stage).toLowerCase()}`;
}
