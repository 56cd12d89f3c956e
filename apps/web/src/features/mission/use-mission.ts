import { missionDocument } from '@parley/domain/mission/input';
import type { MissionDocument } from '@parley/domain/mission/mission';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { useAutosaved } from '../../lib/use-autosaved.ts';

type Change = MissionDocument | ((now: MissionDocument) => MissionDocument);

/** What a panel needs to change the mission; a reader has none. */
export type Edit = {
  missionId: string;
  document: MissionDocument;
  /** Shows the next document at once and saves it; what cannot be saved stays here and in this browser. */
  change: (next: Change) => void;
};

type Shown = { missionId: string; rev: number; document: MissionDocument };

/** Saves the whole document after every change. */
export function useMission({ missionId, rev, document }: Shown) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.mission.save.mutationOptions());
  const queryKey = trpc.mission.get.queryKey({ missionId });
  const editing = useAutosaved({
    name: `mission:${missionId}`,
    part: 'document',
    shape: missionDocument,
    seen: { rev, value: document },
    send: async (value, based) => {
      const saved = await mutateAsync({ missionId, rev: based, document: value });
      // A read that began before the save would show the earlier text again.
      await client.cancelQueries({ queryKey });
      return { rev: saved.rev, value };
    },
    settle: (saved) => client.setQueryData(queryKey, (old) => old && { ...old, rev: saved.rev, document: saved.value }),
    pause: 0,
    isTyping,
  });
  const letGo = () => {
    editing.letGo();
  };
  return { ...editing, document: editing.value, letGo, unsaved: editing.state === 'failed' };
}

const typing = '[data-mission] textarea, [data-mission] input:not([type=radio], [type=checkbox])';

/** What somebody began to type from is what their save is based on: a newer text is a conflict, not overwritten. */
function isTyping(): boolean {
  return globalThis.document.activeElement?.matches(typing) ?? false;
}
