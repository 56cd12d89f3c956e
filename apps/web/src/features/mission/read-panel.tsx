import { type MissionDocument, type MissionState, stateName } from '@parley/domain/mission/mission';
import { Chip } from '../../components/chip.tsx';
import { ShareChip, ThreadMark } from '../../components/item-tools.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { FeedbackLine } from './feedback-panel.tsx';
import { ReviewForm } from './review/review-form.tsx';
import { VersionCard } from './versions/version-card.tsx';

export type Shown = {
  missionId: string;
  opportunityId: string;
  ownerName: string;
  rev: number;
  state: MissionState;
  document: MissionDocument;
  peerComments: number;
  /** Who else reads it, by name, for its owner. */
  readers: string[];
};

/** Somebody else's mission, to read and to comment on. */
export function ReadPanel({ mission }: { mission: Shown }) {
  const { missionId, opportunityId, ownerName, rev, state, document } = mission;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <ShareChip itemId={missionId} kind="mission" />
        <Chip>{stateName(state)}</Chip>
        <div className="ml-auto flex items-center gap-2">
          <VersionCard {...{ missionId, opportunityId, document }} rev={mission.rev} mine={false} />
          <ThreadMark itemId={missionId} blockId="item" label="The mission as a whole" />
        </div>
      </div>
      <FeedbackLine feedback={document.feedback} ownerName={ownerName} />
      <DocumentPanel missionId={missionId} opportunityId={opportunityId} document={document} state={state} edit={null} />
      <ReviewForm {...{ missionId, ownerName, rev }} feedback={document.feedback} />
    </div>
  );
}
