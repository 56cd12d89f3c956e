import type { MissionDocument } from '@parley/domain/mission/mission';
import { compareMissions } from '@parley/domain/mission/versions/comparison';
import { missionKeepingWords } from '@parley/domain/mission/versions/version';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { ComparisonList } from './comparison-list.tsx';
import { KeepForm } from './keep-form.tsx';

export type VersionDialogProps = {
  missionId: string;
  rev: number;
  document: MissionDocument;
  mine: boolean;
  /** Why nothing can be kept or restored just now. */
  why?: string | null;
  onClose: () => void;
};

/** The versions of a mission: two of them compared; its owner keeps one and takes one back. */
export function VersionDialog({ onClose, ...props }: VersionDialogProps) {
  const { missionId, rev, mine, why = null } = props;
  return (
    <Dialog open wide onClose={onClose} title="Versions of the mission">
      <div className="flex flex-col gap-4">
        {mine ? <KeepForm missionId={missionId} rev={rev} why={why} /> : null}
        <Versions {...props} onClose={onClose} />
      </div>
    </Dialog>
  );
}

const nowId = 'now';

/** What can be compared: as it stands now, then each version, newest first. */
function useChoices({ missionId, document }: VersionDialogProps) {
  const trpc = useTRPC();
  const format = useFormat();
  const query = useQuery(trpc.mission.versions.queryOptions({ missionId }));
  const kept = (query.data ?? []).map(({ versionId, at, why, word, byName, document: then }) => {
    const what = byName === null ? missionKeepingWords[why] : `${missionKeepingWords[why]}, by ${byName}`;
    return { id: versionId, document: then, label: [`${format.dayTime(at)} · ${what}`, ...(word ? [word] : [])].join(' · ') };
  });
  return { query, choices: [{ id: nowId, document, label: 'As it stands now' }, ...kept] };
}

function Versions(props: VersionDialogProps) {
  const { query, choices } = useChoices(props);
  const [left, setLeft] = useState<string | null>(null);
  const [right, setRight] = useState(nowId);
  if (query.isPending) return <Skeleton lines={4} what="the versions" />;
  if (query.isLoadingError) return <Failed error={query.error} what="the versions" retry={() => void query.refetch()} />;
  const [now, newest] = choices;
  const before = choices.find(({ id }) => id === (left ?? newest?.id)) ?? newest;
  const after = choices.find(({ id }) => id === right) ?? now;
  if (!before || !after)
    return props.mine ? (
      <EmptyState title="No version yet">
        Each time you share the mission makes one, and so does “Save a version”. Writing makes none.
      </EmptyState>
    ) : (
      <EmptyState title="No version since you read it">
        The owner’s next one stands here, to be compared with what it says now.
      </EmptyState>
    );
  const options = choices.map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label="From" value={before.id} options={options} onChange={(event) => setLeft(event.target.value)} />
        <SelectField label="To" value={after.id} options={options} onChange={(event) => setRight(event.target.value)} />
      </div>
      <ComparisonList lines={compareMissions(before.document, after.document)} />
      {props.mine ? <Restore {...props} versionId={before.id} /> : <DialogActions cancel="Close">{null}</DialogActions>}
    </>
  );
}

/** Puts the words of a version in the place of what stands; that is a version of its own, and what stood is kept first. */
function Restore({ missionId, rev, why = null, versionId, onClose }: VersionDialogProps & { versionId: string }) {
  const trpc = useTRPC();
  const restore = useMutation(trpc.mission.restore.mutationOptions({ onSuccess: onClose }));
  const failure = restore.error && failureOf(restore.error);
  return (
    <>
      <p className="text-sm text-ink-soft">
        Restoring brings back the words. What stands now is kept as a version, and conversations stay.
      </p>
      <FormFailure failure={failure && { ...failure, code: failure.code === 'CONFLICT' ? 'STALE' : failure.code }} />
      <DialogActions cancel="Close">
        <Button
          pending={restore.isPending}
          why={versionId === nowId ? 'Choose the version to take back under “From”.' : why}
          onClick={() => restore.mutate({ missionId, rev, versionId })}
        >
          Restore “From”
        </Button>
      </DialogActions>
    </>
  );
}
