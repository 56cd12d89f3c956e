import type { Header } from '@parley/domain/opportunity/header';
import {
  isEnding,
  liveStages,
  type NextAct,
  type OpportunityDetails,
  type Stage,
  stageName,
} from '@parley/domain/opportunity/opportunity';
import { Link } from '@tanstack/react-router';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import { useState } from 'react';
import { Button, buttonLook } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Stepper } from '../../components/stepper.tsx';
import { useFormat } from '../../lib/format.ts';
import { DeadlineCard } from './deadline-card.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { MorePanel } from './more-panel.tsx';
import { NextDialog } from './next-dialog.tsx';
import { StageDialog } from './stage-dialog.tsx';
import { useToday } from './use-today.ts';

export type Own = { opportunityId: string; rev: number; stage: Stage; details: OpportunityDetails };

type Props = {
  header: Header;
  /** What only the owner has; null for a reader. */
  own: Own | null;
  /** The moment at which the offer's deadline ends; for the owner only. */
  deadline: string | null;
};

type Open = 'stage' | 'next' | 'details' | null;

/** What this is, where it stands and what comes next: stays in sight while the page scrolls. */
export function HeaderPanel({ header, own, deadline }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <header className="bg-surface px-4 pt-3 pb-2 max-md:-mx-4 max-md:sm:-mx-8 sm:px-8">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0 items-baseline gap-x-3 md:flex">
          <h1 className="text-xl wrap-anywhere">{header.role}</h1>
          <p className="flex flex-wrap items-center gap-x-2 text-ink-soft">
            <span className="truncate">{header.employer}</span>
            {header.mine ? null : <Chip>{`${header.ownerName}’s`}</Chip>}
            {own?.details.place ? <span className="max-sm:hidden">· {own.details.place}</span> : null}
          </p>
        </div>
        {own ? (
          <MorePanel {...own} role={header.role} onStage={() => setOpen('stage')} onDetails={() => setOpen('details')} />
        ) : null}
      </div>
      {/* By its own width in the size of the text: large text gets more lines, not less of each. */}
      <div className="@container">
        <div className="mt-2 flex flex-col gap-x-8 gap-y-1 md:flex-row md:flex-wrap md:items-center @min-[60rem]:flex-nowrap">
          <div className="min-w-0 md:min-w-fit md:flex-1">
            <StageLine stage={header.stage} />
          </div>
          <div className="flex min-w-0 flex-wrap items-center gap-x-4 text-sm @min-[60rem]:flex-nowrap">
            {deadline && !isEnding(header.stage) ? <DeadlineCard ends={deadline} /> : null}
            {own ? <NextButton next={own.details.next} onOpen={() => setOpen('next')} /> : null}
            {own ? (
              <Link
                to="/opportunities/$opportunityId/prep"
                params={{ opportunityId: own.opportunityId }}
                className={buttonLook('quiet', '-mx-2 shrink-0 px-2 whitespace-nowrap')}
              >
                Before the call
              </Link>
            ) : null}
          </div>
        </div>
      </div>
      {own && open === 'stage' ? <StageDialog {...own} onClose={close} /> : null}
      {own && open === 'next' ? <NextDialog {...own} onClose={close} /> : null}
      {own && open === 'details' ? <DetailsDialog {...own} onClose={close} /> : null}
    </header>
  );
}

function StageLine({ stage }: { stage: Stage }) {
  if (isEnding(stage)) return <Chip tone={stage === 'accepted' ? 'good' : 'plain'}>{stageName(stage)}</Chip>;
  return <Stepper label="Stage" steps={liveStages.map((id) => ({ id, label: stageName(id) }))} current={stage} />;
}

function NextButton({ next, onOpen }: { next: NextAct | null; onOpen: () => void }) {
  const format = useFormat();
  const today = useToday();
  const late = next?.on != null && next.on < today;
  const day = next?.on ? ` · ${next.on === today ? 'today' : format.day(next.on)}` : '';
  return (
    <Button kind="quiet" icon={<CalendarClock aria-hidden="true" />} onClick={onOpen} className="-mx-2 min-w-0 px-2 text-left">
      {next ? (
        <span className="min-w-0 md:truncate">
          <span className="sr-only">Next: </span>
          {next.act}
          <span className={late ? 'text-bad' : ''}>{`${day}${late ? ', overdue' : ''}`}</span>
        </span>
      ) : (
        'Add a next step'
      )}
    </Button>
  );
}
