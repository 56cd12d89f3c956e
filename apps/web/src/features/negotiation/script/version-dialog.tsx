import type { Change } from '@parley/domain/anchor/words';
import { type Script, slotsOf } from '@parley/domain/negotiation/script/script';
import { compareVersions, keepingWords } from '@parley/domain/negotiation/script/version';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { ChangedWords } from '../../../components/changed-words.tsx';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useKeeping } from './use-keeping.ts';

export type VersionDialogProps = {
  negotiationId: string;
  script: Script;
  onChange: (script: Script) => void;
  lookAt: (script: Script) => Promise<void>;
  onClose: () => void;
};

/** The versions of one script: two of them compared by words, and one taken back. */
export function VersionDialog(props: VersionDialogProps) {
  return (
    <Dialog open wide onClose={props.onClose} title={`Versions of “${props.script.name}”`}>
      <Versions {...props} />
    </Dialog>
  );
}

const nowId = 'now';

/** What can be compared: as it stands now, then each version, newest first. */
function useChoices({ negotiationId, script }: VersionDialogProps) {
  const trpc = useTRPC();
  const format = useFormat();
  const query = useQuery(trpc.script.versions.queryOptions({ negotiationId }));
  const versions = query.data?.filter((one) => one.scriptId === script.id) ?? [];
  const kept = versions.map((one) => ({
    ...{ id: one.versionId, name: one.name, text: one.text, slots: one.slots },
    label: `${keepingWords[one.why]}${one.byName === null ? '' : `, by ${one.byName},`} ${format.dayTime(one.at)}`,
  }));
  return { query, choices: [{ ...script, id: nowId, label: 'As it stands now' }, ...kept] };
}

function Versions(props: VersionDialogProps) {
  const { query, choices } = useChoices(props);
  const [left, setLeft] = useState<string | null>(null);
  const [right, setRight] = useState(nowId);
  if (query.isPending) return <Skeleton lines={4} what="the versions" />;
  if (query.isLoadingError) return <Failed error={query.error} what="the versions" retry={() => void query.refetch()} />;
  const [now, newest] = choices;
  const before = choices.find(({ id }) => id === (left ?? newest?.id));
  const after = choices.find(({ id }) => id === right) ?? now;
  if (!before || !after || !newest)
    return (
      <EmptyState title="No version yet">
        One is made when you press “Keep this version”, when you accept a suggestion, and each time you share the negotiation.
      </EmptyState>
    );
  const options = choices.map(({ id, label }) => ({ value: id, label }));
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label="From" value={before.id} options={options} onChange={(event) => setLeft(event.target.value)} />
        <SelectField label="To" value={after.id} options={options} onChange={(event) => setRight(event.target.value)} />
      </div>
      <Difference changes={compareVersions(before, after)} />
      <Restore {...props} version={before} isNow={before.id === nowId} />
    </div>
  );
}

/** The text of both, what went struck out and what came underlined. */
function Difference({ changes }: { changes: readonly Change[] }) {
  if (changes.every(({ kind }) => kind === 'kept')) return <p className="text-ink-soft">Both say the same.</p>;
  return (
    <p className="max-w-prose rounded-md border border-line bg-sunken px-4 py-3 break-words whitespace-pre-wrap">
      <ChangedWords changes={changes} />
    </p>
  );
}

type RestoreProps = VersionDialogProps & { version: Pick<Script, 'name' | 'text' | 'slots'>; isNow: boolean };

/** Puts a version in the place of what stands; that is a version of its own, and what stood is kept first. */
function Restore({ negotiationId, script, onChange, onClose, lookAt, version, isNow }: RestoreProps) {
  const { keep, run, state, failure } = useKeeping(negotiationId, lookAt);
  const { name, text, slots } = version;
  const restore = () =>
    run(async () => {
      if (script.text.trim() !== '') await keep(script, 'saved');
      await keep({ id: script.id, name, text, slots }, 'restored');
      onChange({ ...script, name, text, slots: slotsOf(text, slots) });
      onClose();
    });
  return (
    <>
      <FormFailure failure={failure} />
      <DialogActions cancel="Close">
        <Button
          pending={state === 'keeping'}
          onClick={restore}
          why={isNow ? 'Choose the version to take back under “From”.' : null}
        >
          Restore “From”
        </Button>
      </DialogActions>
    </>
  );
}
