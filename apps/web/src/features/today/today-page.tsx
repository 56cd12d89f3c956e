import { lazy, type ReactNode, Suspense } from 'react';
import { Card } from '../../components/card.tsx';
import { Chip } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page.tsx';
import { useFormat } from '../../lib/format.ts';
import { type Today, useToday } from './use-today.ts';
import { WaitingList } from './waiting-list.tsx';

// Only a new person's first load pays for the first steps.
const BeginCard = lazy(() => import('./begin-card.tsx').then((file) => ({ default: file.BeginCard })));

// What stands below what waits comes in beside the first load.
const DeadlineList = lazy(() => import('./deadline-list.tsx').then((file) => ({ default: file.DeadlineList })));
const NextList = lazy(() => import('./next-list.tsx').then((file) => ({ default: file.NextList })));
const CallList = lazy(() => import('./call-list.tsx').then((file) => ({ default: file.CallList })));

type MovedPart = (entries: Today['moved'], now: Date) => ReactNode;

/** The first look: what waits for me, what ends, what is next, what moved. */
export function TodayPage({ moved }: { moved: MovedPart }) {
  const today = useToday();
  const format = useFormat();
  if (today.isPending)
    return (
      <Page title="Today" lead={'\u00a0'}>
        <Skeleton what="what waits for you" lines={6} />
      </Page>
    );
  if (today.isLoadingError)
    return (
      <Page title="Today">
        <Failed error={today.error} what="what waits for you" retry={() => void today.refetch()} />
      </Page>
    );
  const now = new Date(today.dataUpdatedAt);
  return (
    <Page title="Today" lead={format.dayOf(now)}>
      <Sections today={today.data} now={now} moved={moved} />
    </Page>
  );
}

function Sections({ today, now, moved }: { today: Today; now: Date; moved: MovedPart }) {
  const { waiting, deadlines, calls, next, begun } = today;
  const fresh = !begun.council || !begun.opportunity;
  return (
    <>
      {fresh && waiting.length === 0 ? null : (
        <Card title="Waiting for me" flush aside={waiting.length > 0 ? <Chip tone="accent">{waiting.length}</Chip> : null}>
          <WaitingList entries={waiting} />
        </Card>
      )}
      {fresh ? (
        <Suspense fallback={<div className="min-h-64" />}>
          <BeginCard begun={begun} />
        </Suspense>
      ) : null}
      <Suspense fallback={null}>
        {calls.length > 0 ? <CallList entries={calls} /> : null}
        {deadlines.length > 0 ? (
          <Card title="Deadlines" flush>
            <DeadlineList entries={deadlines} />
          </Card>
        ) : null}
        {next.length > 0 ? (
          <Card title="Next" flush>
            <NextList entries={next} now={now} />
          </Card>
        ) : null}
        {today.moved.length > 0 ? moved(today.moved, now) : null}
      </Suspense>
    </>
  );
}
