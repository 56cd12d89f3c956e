import type { Header } from '@parley/domain/opportunity/header';
import {
  isEnding,
  type NextAct,
  type OpportunityDetails,
  type Stage,
  type StageEntry,
} from '@parley/domain/opportunity/opportunity';
import { Link } from '@tanstack/react-router';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import Phone from 'lucide-react/icons/phone';
import { lazy, Suspense, useState } from 'react';
import { Button, buttonLook } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { useFormat } from '../../lib/format.ts';
import { useToday } from '../../lib/time/use-today.ts';
import { DeadlineCard } from './deadline-card.tsx';
import { MorePanel } from './more-panel.tsx';
import { StageList } from './stage-list.tsx';

const StageDialog = lazy(() => import('./stage-dialog.tsx').then((file) => ({ default: file.StageDialog })));
const NextDialog = lazy(() => import('./next-dialog.tsx').then((file) => ({ default: file.NextDialog })));
const DetailsDialog = lazy(() => import('./details-dialog.tsx').then((file) => ({ default: file.DetailsDialog })));

export type Own = {
  opportunityId: string;
  rev: number;
  stage: Stage;
  details: OpportunityDetails;
  history: readonly StageEntry[];
};

type Props = {
  header: Header;
  /** What only the owner has; null for a reader. */
  own: Own | null;
  /** The moment at which the offer's deadline ends; for the owner only. */
  deadline: string | null;
};

type Open = { what: 'stage'; to: Stage | null } | { what: 'next' } | { what: 'details' } | null;

/** What this is, where it stands and what comes next: two lines that stay over every room. */
export function HeaderPanel({ header, own, deadline }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const due = deadline && !isEnding(header.stage) ? deadline : null;
  return (
    <header className="flex flex-col px-4 sm:px-8 lg:pt-1">
      <div className="flex h-12 items-center gap-1 lg:h-9">
        <Title header={header} own={own} />
        {own ? (
          <>
            <Link
              to="/opportunities/$opportunityId/prep"
              params={{ opportunityId: own.opportunityId }}
              className={buttonLook('quiet', 'shrink-0 max-sm:size-11 max-sm:p-0 sm:px-3 lg:min-h-9 lg:py-1')}
            >
              <Phone aria-hidden="true" />
              <span className="max-sm:sr-only">Before the call</span>
            </Link>
            <MorePanel
              {...own}
              role={header.role}
              onNext={() => setOpen({ what: 'next' })}
              onDetails={() => setOpen({ what: 'details' })}
            />
          </>
        ) : null}
      </div>
      <div className="flex min-h-11 items-center gap-x-2 max-lg:order-first sm:gap-x-4 lg:min-h-9 lg:gap-x-5">
        <StageList
          stage={header.stage}
          history={own?.history ?? null}
          onMove={own ? (to) => setOpen({ what: 'stage', to }) : null}
        />
        {due ? <DeadlineCard ends={due} compact /> : null}
        {own ? <NextButton next={own.details.next} onOpen={() => setOpen({ what: 'next' })} /> : null}
      </div>
      <Suspense fallback={null}>
        {own && open?.what === 'stage' ? <StageDialog {...own} to={open.to} onClose={close} /> : null}
        {own && open?.what === 'next' ? <NextDialog {...own} onClose={close} /> : null}
        {own && open?.what === 'details' ? <DetailsDialog {...own} onClose={close} /> : null}
      </Suspense>
    </header>
  );
}

function Title({ header, own }: Pick<Props, 'header' | 'own'>) {
  const { role, employer, mine, ownerName } = header;
  const place = own?.details.place;
  return (
    <div className="min-w-0 flex-1 lg:flex lg:items-baseline lg:gap-3">
      <h1 title={role} className="truncate text-base/snug lg:max-w-[60%] lg:text-xl">
        {role}
      </h1>
      <p className="flex min-w-0 items-center gap-x-2 text-ink-soft max-lg:text-sm/snug">
        <span className="truncate">{employer}</span>
        {mine ? null : <Chip>{`${ownerName}’s`}</Chip>}
        {place ? <span className="truncate max-sm:hidden">· {place}</span> : null}
      </p>
    </div>
  );
}

/** Longer than two short lines, the act is read in the overview: a button never holds half of its words. */
const mostWords = 64;

function NextButton({ next, onOpen }: { next: NextAct | null; onOpen: () => void }) {
  const format = useFormat();
  const today = useToday();
  const fits = next !== null && next.act.length <= mostWords;
  const late = next?.on != null && next.on < today;
  const day = next?.on ? ` · ${next.on === today ? 'today' : format.day(next.on)}` : '';
  return (
    <Button
      kind="quiet"
      icon={<CalendarClock aria-hidden="true" />}
      onClick={onOpen}
      className="-mr-3 max-w-72 min-w-0 px-3 text-left max-lg:hidden lg:min-h-9 lg:py-0"
    >
      {next ? (
        <span className="min-w-0 text-sm leading-tight">
          {fits ? <span className="sr-only">Next: </span> : null}
          {fits ? next.act : 'Next act'}
          <span className={late ? 'text-bad' : ''}>{`${day}${late ? ', overdue' : ''}`}</span>
        </span>
      ) : (
        'Add a next step'
      )}
    </Button>
  );
}
