import { Link } from '@tanstack/react-router';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page.tsx';
import { useToday } from '../../lib/time/use-today.ts';
import { ExperimentCard } from './experiment-card.tsx';
import { FunnelCard, StaysCard } from './funnel-card.tsx';
import { useHunt } from './use-hunt.ts';
import { WeekCard } from './week-card.tsx';

/** The search itself: the week's plan, how far openings came, how long they stay, one change at a time. */
export function HuntPage() {
  const hunt = useHunt();
  const today = useToday();
  if (hunt.isPending)
    return (
      <Page title="Your hunt">
        <Skeleton what="your hunt" lines={6} />
      </Page>
    );
  if (hunt.isLoadingError)
    return (
      <Page title="Your hunt">
        <Failed error={hunt.error} what="your hunt" retry={() => void hunt.refetch()} />
      </Page>
    );
  const { data } = hunt;
  return (
    <Page title="Your hunt" lead="Only you see this page.">
      <Link to="/opportunities" className="inline-flex min-h-11 items-center self-start text-accent underline">
        Back to your opportunities
      </Link>
      <WeekCard {...data} today={today} />
      <FunnelCard {...data} today={today} />
      <StaysCard histories={data.histories} />
      <ExperimentCard {...data} today={today} />
    </Page>
  );
}
