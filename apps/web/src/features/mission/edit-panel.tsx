import { joinText } from '@parley/domain/mission/edit';
import { type MissionDocument, stateName } from '@parley/domain/mission/mission';
import { namesCompany } from '@parley/domain/opportunity/header';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { ShareChip, ThreadMark } from '../../components/item-tools.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { outline } from './conflict-list.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { FeedbackPanel } from './feedback-panel.tsx';
import type { Shown } from './read-panel.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';
import { RemovePanel } from './remove-panel.tsx';
import { ReviewList } from './review/review-list.tsx';
import { useReviews } from './review/use-review.ts';
import { StatePanel } from './state-panel.tsx';
import { useMission } from './use-mission.ts';
import { VersionCard } from './versions/version-card.tsx';

const unsaved = 'Your last words are not saved yet.';

/** My mission: written in place, saved as I go. */
export function EditPanel({ mission }: { mission: Shown }) {
  const { missionId, opportunityId, state, peerComments, readers } = mission;
  const held = useMission(mission);
  const { given } = useReviews(missionId);
  const { document, change, rev } = held;
  const edit = { missionId, document, change };
  const busy = held.state === 'saving';
  return (
    <div data-mission className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <ShareChip itemId={missionId} kind="mission" />
        <Chip>{stateName(state)}</Chip>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          <SavedMark state={held.state} />
          <VersionCard {...{ missionId, opportunityId, rev, document }} mine why={held.unsaved || busy ? unsaved : null} />
          <ThreadMark itemId={missionId} blockId="item" label="The mission as a whole" />
          <RemovePanel missionId={missionId} rev={rev} />
        </div>
      </div>
      {held.newer ? (
        <Conflict rows={outline(document, held.newer.value)} onMine={held.takeMine} onNewer={held.letGo} pending={busy} />
      ) : (
        <Unsaved held={held} />
      )}
      <DocumentPanel missionId={missionId} opportunityId={opportunityId} document={document} state={state} edit={edit} />
      <CompanyWarning opportunityId={opportunityId} document={document} />
      <div className="flex flex-col gap-4 border-t border-line pt-4">
        <StatePanel {...{ missionId, rev, state, document, busy, readers }} />
        <FeedbackPanel edit={edit} />
        <ReviewList missionId={missionId} rev={rev} />
        <ReadinessPanel edit={edit} peerComments={peerComments + given.length} />
      </div>
    </div>
  );
}

/** A name in the text reaches readers who would otherwise see the alias. */
function CompanyWarning({ opportunityId, document }: { opportunityId: string; document: MissionDocument }) {
  const trpc = useTRPC();
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  const company = page.data?.own?.details.company;
  if (company === undefined || !namesCompany(joinText(document), company)) return null;
  return (
    <Notice tone="warn" title={`Your text names ${company}.`}>
      Whoever you share the mission with will read it there, even if you hide the company.
    </Notice>
  );
}

/** What could not be saved is still here; the way on is one press. */
function Unsaved({ held }: { held: ReturnType<typeof useMission> }) {
  if (!held.unsaved) return null;
  return (
    <div className="flex flex-col gap-2">
      <FormFailure failure={held.failure} />
      <div className="flex flex-wrap items-center gap-2">
        <span>What you wrote is not saved yet.</span>
        <Button onClick={held.takeMine}>Save it now</Button>
        <Button kind="quiet" onClick={held.letGo}>
          Go back to what is saved
        </Button>
      </div>
    </div>
  );
}
