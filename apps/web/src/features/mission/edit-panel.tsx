import { joinText } from '@parley/domain/mission/edit';
import { type MissionDocument, stateName } from '@parley/domain/mission/mission';
import { namesCompany } from '@parley/domain/opportunity/header';
import { useQuery } from '@tanstack/react-query';
import Redo2 from 'lucide-react/icons/redo-2';
import Undo2 from 'lucide-react/icons/undo-2';
import WifiOff from 'lucide-react/icons/wifi-off';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { ShareChip, ThreadMark } from '../../components/item-tools.tsx';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { DocumentPanel } from './document-panel.tsx';
import { FeedbackPanel } from './feedback-panel.tsx';
import { LeftCard } from './left-card.tsx';
import { ClashList } from './merge/clash-list.tsx';
import { outline } from './merge/conflict-list.tsx';
import type { Shown } from './read-panel.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';
import { RemovePanel } from './remove-panel.tsx';
import { ReviewList } from './review/review-list.tsx';
import { useReviews } from './review/use-review.ts';
import { StatePanel } from './state-panel.tsx';
import { useLeft } from './use-left.ts';
import { LeftContext } from './use-lines.ts';
import { useMission } from './use-mission.ts';
import { useWritingState, type Writing, WritingContext } from './use-writing.ts';
import { VersionCard } from './versions/version-card.tsx';

const unsaved = 'Your last words are not saved yet.';

/** My mission: written in place, saved as I go. */
export function EditPanel({ mission, isNew }: { mission: Shown; isNew: boolean }) {
  const { missionId, opportunityId, state, peerComments, readers } = mission;
  const held = useMission(mission);
  const { given } = useReviews(missionId);
  const { document, change, rev } = held;
  const edit = { missionId, document, change };
  const busy = held.state === 'saving';
  const writing = useWritingState(missionId, document, isNew ? 'statement' : null);
  const left = useLeft(missionId);
  useShortcuts(keys);
  return (
    <EditTools writing={writing} keepLeft={left.keep}>
      <div data-mission className="flex flex-col gap-5">
        <div className="isolate flex flex-wrap items-center gap-2">
          <ShareChip itemId={missionId} kind="mission" />
          {state === 'private' ? null : <Chip>{stateName(state)}</Chip>}
          <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
            <SavedMark state={held.isOffline ? 'failed' : held.state} />
            <HistoryButtons history={held.history} />
            <VersionCard {...{ missionId, opportunityId, rev, document }} mine why={held.unsaved || busy ? unsaved : null} />
            <ThreadMark itemId={missionId} blockId="item" label="The mission as a whole" />
            <RemovePanel missionId={missionId} opportunityId={opportunityId} rev={rev} />
          </div>
        </div>
        {held.isOffline ? <OfflineLine /> : null}
        <LeftCard lines={left.lines} onDone={left.letGo} />
        {held.newer && held.ground ? (
          <ClashList base={held.ground} mine={document} newer={held.newer.value} onResolve={held.resolve} />
        ) : held.newer ? (
          <Conflict rows={outline(document, held.newer.value)} onMine={held.takeMine} onNewer={held.letGo} pending={busy} />
        ) : (
          <Unsaved held={held} />
        )}
        <DocumentPanel missionId={missionId} opportunityId={opportunityId} document={document} state={state} edit={edit} />
        <CompanyWarning opportunityId={opportunityId} document={document} />
        <div className="isolate flex flex-col gap-4 border-t border-line pt-4">
          <StatePanel {...{ missionId, rev, state, document, busy, readers }} />
          <FeedbackPanel edit={edit} />
          <ReviewList missionId={missionId} rev={rev} />
          <ReadinessPanel edit={edit} peerComments={peerComments + given.length} />
        </div>
      </div>
    </EditTools>
  );
}

const listed = () => undefined;
/** What the lines themselves listen to, for the list of keys. */
const keys = [
  { keys: 'Alt ↑↓', label: 'Move a line of the mission', act: listed },
  { keys: 'Ctrl Z', label: 'Undo in the mission', act: listed },
];

type ToolsProps = { writing: Writing; keepLeft: (lines: readonly string[]) => void; children: ReactNode };

function EditTools({ writing, keepLeft, children }: ToolsProps) {
  return (
    <WritingContext value={writing}>
      <LeftContext value={keepLeft}>{children}</LeftContext>
    </WritingContext>
  );
}

function HistoryButtons({ history: { undo, redo, hasPast, hasFuture } }: Pick<ReturnType<typeof useMission>, 'history'>) {
  return (
    <span className="flex">
      <IconButton
        label="Undo in the mission"
        icon={<Undo2 aria-hidden="true" />}
        onClick={undo}
        disabled={!hasPast}
        aria-keyshortcuts="Control+Z"
      />
      <IconButton
        label="Redo in the mission"
        icon={<Redo2 aria-hidden="true" />}
        onClick={redo}
        disabled={!hasFuture}
        aria-keyshortcuts="Control+Shift+Z"
      />
    </span>
  );
}

function OfflineLine() {
  return (
    <p role="status" className="flex items-center gap-2 text-ink-soft">
      <WifiOff aria-hidden="true" className="size-5 shrink-0" />
      No connection. Keep writing: it is kept in this browser, and sent when you are back.
    </p>
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
