import { Card } from '../../components/card.tsx';
import { Chip } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page.tsx';
import { useFormat } from '../../lib/format.ts';
import { BeginCard } from './begin-card.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { MovedCard } from './moved-card.tsx';
import { NextList } from './next-list.tsx';
import { type Today, useToday } from './use-today.ts';
import { WaitingList } from './waiting-list.tsx';

/** The first look: what waits for me, what ends, what is next, what moved. */
export function TodayPage() {
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
      <Sections today={today.data} now={now} />
    </Page>
  );
}

function Sections({ today, now }: { today: Today; now: Date }) {
  const { waiting, deadlines, next, moved, begun } = today;
  const fresh = !begun.council || !begun.opportunity;
  return (
    <>
      {fresh && waiting.length === 0 ? null : (
        <Card title="Waiting for me" flush aside={waiting.length > 0 ? <Chip tone="accent">{waiting.length}</Chip> : null}>
          <WaitingList entries={waiting} />
        </Card>
      )}
      {fresh ? <BeginCard begun={begun} /> : null}
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
      {moved.length > 0 ? <MovedCard entries={moved} now={now} /> : null}
    </>
  );
}
