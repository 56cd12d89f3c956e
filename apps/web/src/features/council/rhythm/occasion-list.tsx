import type { Occasion } from '@parley/domain/council/occasion';
import { canEdit } from '@parley/domain/council/policy';
import { isMissing } from '@parley/domain/council/presence';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { type Council, factsOf } from '../use-council.ts';
import { MoveDialog } from './move-dialog.tsx';
import { Overtaken } from './overtaken-card.tsx';

type Props = { council: Council; occasion: Occasion };
type ListProps = {
  council: Council;
  occasions: readonly Occasion[] /** The one of which the card says already who comes. */;
  next: string;
};

/** Who cannot come to a meeting, and my own word about it. */
export function Coming({ council, occasion }: Props) {
  const trpc = useTRPC();
  const format = useFormat();
  const { councilId, viewerId } = council;
  const miss = useMutation(trpc.presence.miss.mutationOptions());
  const missing = council.members.filter(
    ({ state, presence }) => state === 'active' && isMissing(presence, occasion, council.cadence.zone),
  );
  const own = missing.find(({ accountId }) => accountId === viewerId);
  const others = missing.flatMap(({ accountId, name }) => (accountId === viewerId ? [] : [name]));
  const away = own !== undefined && !own.presence.missing.includes(occasion.on);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {own ? <Chip tone="warn">{away ? 'You are away' : 'You cannot come'}</Chip> : null}
      {others.length > 0 ? <span className="text-ink-soft">{format.list(others)} cannot come.</span> : null}
      {away ? null : (
        <Button
          kind="quiet"
          className="-ml-4"
          aria-label={`${own ? 'I can come after all' : 'I cannot come'} on ${format.dayOf(occasion.startsAt)}`}
          pending={miss.isPending}
          onClick={() => miss.mutate({ councilId, on: occasion.on, missing: !own })}
        >
          {own ? 'I can come after all' : 'I cannot come'}
        </Button>
      )}
      {miss.isError ? <FormFailure failure={failureOf(miss.error)} /> : null}
    </div>
  );
}

/** The meetings ahead, folded: who cannot come to which, and for the moderator moving one or leaving it out. */
export function OccasionList({ council, occasions, next }: ListProps) {
  return (
    <details className="border-t border-line">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-accent sm:px-5">The meetings ahead</summary>
      <ul className="divide-y divide-line border-t border-line">
        {occasions.map((occasion) => (
          <OccasionRow key={occasion.on} council={council} occasion={occasion} next={occasion.on === next} />
        ))}
      </ul>
    </details>
  );
}

function OccasionRow({ council, occasion, next }: Props & { next: boolean }) {
  const format = useFormat();
  const { state, startsAt, on } = occasion;
  return (
    <li className="flex flex-wrap items-center gap-x-4 px-4 py-1 sm:px-5">
      <p className="flex min-h-11 min-w-40 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className={`tabular-nums ${state === 'skipped' ? 'text-ink-soft line-through' : ''}`}>
          {format.dayTime(startsAt)}
        </span>
        {state === 'skipped' ? <Chip>Left out</Chip> : null}
        {state === 'moved' ? <Chip tone="accent">Instead of {format.day(on)}</Chip> : null}
      </p>
      {next || state === 'skipped' ? null : <Coming council={council} occasion={occasion} />}
      {canEdit(factsOf(council), council.viewerId).allowed ? <Changes council={council} occasion={occasion} /> : null}
    </li>
  );
}

/** What the moderator does with one meeting. */
function Changes({ council, occasion: { on, state, startsAt } }: Props) {
  const trpc = useTRPC();
  const format = useFormat();
  const [moving, setMoving] = useState(false);
  const act = useMutation(trpc.council.changeMeeting.mutationOptions());
  const failure = act.isError ? failureOf(act.error) : null;
  const { councilId, rev } = council;
  const to = (kind: 'skip' | 'plan') => act.mutate({ councilId, rev, on, change: { kind } });
  const day = format.dayOf(startsAt);
  return (
    <div className="-ml-4 flex flex-wrap items-center">
      {state === 'skipped' ? null : (
        <Button kind="quiet" aria-label={`Move the meeting of ${day}`} onClick={() => setMoving(true)}>
          Move
        </Button>
      )}
      {state === 'skipped' ? null : (
        <Button kind="quiet" aria-label={`Leave out the meeting of ${day}`} pending={act.isPending} onClick={() => to('skip')}>
          Leave out
        </Button>
      )}
      {state === 'planned' ? null : (
        <Button
          kind="quiet"
          aria-label={`Put the meeting of ${format.day(on)} back`}
          pending={act.isPending}
          onClick={() => to('plan')}
        >
          Put back
        </Button>
      )}
      {failure?.code === 'CONFLICT' ? <Overtaken /> : <FormFailure failure={failure} />}
      {moving ? <MoveDialog council={council} on={on} onClose={() => setMoving(false)} /> : null}
    </div>
  );
}
