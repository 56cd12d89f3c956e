import { listAmounts, listTotals } from '@parley/domain/negotiation/ledger/named';
import { type Plan, walkAwayHints } from '@parley/domain/negotiation/negotiation';
import { WalkAwayFields } from '@parley/domain/negotiation/plan/input';
import { type LeaveAnswer, leaveAnswers, type WalkAway } from '@parley/domain/negotiation/plan/walk-away';
import { useMutation, useQuery } from '@tanstack/react-query';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../../../components/button.tsx';
import { Conflict } from '../../../components/feedback/conflict.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { useNamed } from '../../../components/form/use-named.tsx';
import { PrivateGround } from '../../../components/private-ground.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

type Props = { negotiationId: string; plan: Plan };
type Based = { rev: number; walkAway: WalkAway };

const based = z.object({ rev: z.number(), walkAway: WalkAwayFields });
const answers = { yes: 'Yes', no: 'No', unsure: 'Not sure' } satisfies Record<LeaveAnswer, string>;

/** The walk-away: fetched only on a deliberate press, kept in no draft, forgotten when it is hidden again. */
export function WalkAwayCard(props: Props) {
  const [shown, setShown] = useState(false);
  return (
    <PrivateGround words="Only you. It is in no share, no notification and nobody else’s export.">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-base">Walk-away</h2>
        <Button
          kind="quiet"
          aria-expanded={shown}
          icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide it' : 'Show my walk-away'}
        </Button>
      </div>
      {shown ? (
        <Shown {...props} />
      ) : (
        <p className="max-w-prose text-ink-soft">The point below which you leave. Decide it calmly, before the call.</p>
      )}
    </PrivateGround>
  );
}

function Shown({ negotiationId, plan }: Props) {
  const trpc = useTRPC();
  // forgotten when hidden, and never fetched anew under the hands of somebody typing
  const held = { gcTime: 0, staleTime: 0, refetchOnWindowFocus: false };
  const query = useQuery({ ...trpc.walkAway.get.queryOptions({ negotiationId }), ...held });
  const [kept, setKept] = useState(false);
  if (query.isPending) return <Skeleton lines={3} what="your walk-away" />;
  if (query.isLoadingError) return <Failed error={query.error} what="your walk-away" retry={() => void query.refetch()} />;
  const refresh = async () => {
    await query.refetch();
    setKept(true);
  };
  return (
    <>
      <WalkAwayForm key={query.data.rev} {...{ negotiationId, plan }} seen={query.data} onKept={refresh} />
      <SavedMark state={kept ? 'saved' : 'clean'} />
    </>
  );
}

function WalkAwayForm({ negotiationId, plan, seen, onKept }: Props & { seen: Based; onKept: () => Promise<void> }) {
  const trpc = useTRPC();
  const { currency } = plan;
  const [draft, setDraft] = useState(seen.walkAway);
  const set = useMutation({ ...trpc.walkAway.set.mutationOptions({ onSuccess: onKept }), gcTime: 0 });
  const failure = set.isError ? failureOf(set.error) : null;
  const newer = based.safeParse(failure?.newer).data;
  const send = (rev: number) => set.mutate({ negotiationId, rev, walkAway: draft });
  const unread = Number.isNaN(draft.base) || Number.isNaN(draft.total);
  return (
    <form
      className="mt-2 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!unread) send(seen.rev);
      }}
    >
      <WalkAwayEntries {...{ negotiationId, currency }} value={draft} change={(patch) => setDraft({ ...draft, ...patch })} />
      {walkAwayHints(draft, plan).map((hint) => (
        <p key={hint} className="text-sm text-ink-soft">
          {hint}
        </p>
      ))}
      {newer ? (
        <WalkAwayConflict
          {...{ currency }}
          mine={draft}
          newer={newer.walkAway}
          onMine={() => send(newer.rev)}
          onNewer={() => void onKept()}
        />
      ) : null}
      <FormFailure failure={failure} />
      <div>
        <Button type="submit" pending={set.isPending} why={unread ? 'One of the amounts cannot be read yet.' : null}>
          Save my walk-away
        </Button>
      </div>
    </form>
  );
}

type EntriesProps = { negotiationId: string; currency: string; value: WalkAway; change: (patch: Partial<WalkAway>) => void };

function WalkAwayEntries({ negotiationId, currency, value, change }: EntriesProps) {
  const named = useNamed(negotiationId);
  const money = (label: string, part: 'base' | 'total') => (
    <DoubtedField
      label={label}
      near={part === 'base' ? listAmounts('base', named) : listTotals(named)}
      per={part === 'base' ? 'year' : 'once'}
      currency={currency}
      value={value[part]}
      onChange={(minor) => change({ [part]: minor })}
    />
  );
  return (
    <>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {money('Lowest base, a year', 'base')}
        {money('Lowest total, four years', 'total')}
      </div>
      <RadioGroup
        inline
        label="Would I really leave?"
        value={value.leave}
        onChange={(leave) => change({ leave })}
        choices={leaveAnswers.map((answer) => ({ value: answer, label: answers[answer] }))}
      />
      <TextArea
        label="In my words"
        optional
        maxLength={1000}
        value={value.words}
        onChange={(event) => change({ words: event.target.value })}
      />
    </>
  );
}

type ConflictProps = {
  currency: string;
  mine: WalkAway;
  newer: WalkAway;
  onMine: () => void;
  onNewer: () => void;
};

function WalkAwayConflict({ currency, mine, newer, onMine, onNewer }: ConflictProps) {
  const format = useFormat();
  const words = ({ base, total, leave, words: said }: WalkAway) =>
    [format.money(base, currency), format.money(total, currency), leave ? answers[leave] : '–', said].join(' · ');
  const rows = [{ label: 'Walk-away', mine: words(mine), newer: words(newer) }];
  return <Conflict rows={rows} onMine={onMine} onNewer={onNewer} />;
}
