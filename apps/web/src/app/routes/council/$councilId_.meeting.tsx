import { dayOfNextMeeting } from '@parley/domain/council/occasion';
import type { Turn } from '@parley/domain/meeting/agenda';
import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Page } from '../../../components/page.tsx';
import { CouncilCommitments, SpeakerCommitments } from '../../../features/commitment/commitment-list.tsx';
import { type Council, factsOf } from '../../../features/council/use-council.ts';
import { HelpTurn } from '../../../features/help/help-list.tsx';
import { MeetingPage } from '../../../features/meeting/meeting-page.tsx';
import { ItemCard } from '../../../features/share/item-card.tsx';
import { useTRPC } from '../../../lib/trpc.ts';

export const Route = createFileRoute('/council/$councilId_/meeting')({ component: Screen });

function Screen() {
  const { councilId } = Route.useParams();
  const trpc = useTRPC();
  const council = useQuery(trpc.council.page.queryOptions({ councilId }));
  if (council.data) return <Meeting key={councilId} council={council.data} />;
  return (
    <Page title="Meeting">
      {council.isError ? (
        <Failed error={council.error} what="this council" retry={() => void council.refetch()} />
      ) : (
        <Skeleton what="this council" />
      )}
    </Page>
  );
}

function Meeting({ council }: { council: Council }) {
  const { councilId, name } = council;
  const dueOn = dayOfNextMeeting(council, new Date());
  const about = ({ kind, speakerId, subjectId }: Turn) => {
    if (kind === 'help' && subjectId) return <HelpTurn key={subjectId} councilId={councilId} helpId={subjectId} />;
    if (kind === 'item' && subjectId) return <ItemCard key={subjectId} councilId={councilId} itemId={subjectId} />;
    if (kind === 'commit') return <CouncilCommitments councilId={councilId} name={name} dueOn={dueOn} />;
    if (kind === 'update' && speakerId) return <SpeakerCommitments {...{ councilId, name, dueOn, speakerId }} />;
    return null;
  };
  return <MeetingPage councilId={councilId} name={name} table={factsOf(council)} about={about} />;
}
