import { missionDocument } from '@parley/domain/mission/input';
import { mergeMissions } from '@parley/domain/mission/merge';
import type { MissionDocument } from '@parley/domain/mission/mission';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Grown } from '../../lib/based.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useAutosaved } from '../../lib/use-autosaved.ts';
import { useOnline } from '../../lib/use-online.ts';
import { useHistory } from './merge/use-history.ts';

type Change = MissionDocument | ((now: MissionDocument) => MissionDocument);

/** What a panel needs to change the mission; a reader has none. */
export type Edit = {
  missionId: string;
  document: MissionDocument;
  /** Shows the next document at once and saves it; what cannot be saved stays here and in this browser. */
  change: (next: Change) => void;
};

type Shown = { missionId: string; rev: number; document: MissionDocument };

/** One of two, unless both changed the same block, or together they are more than a mission holds. */
function merge(grown: Grown<MissionDocument>): MissionDocument | null {
  const { document, clashes } = mergeMissions(grown);
  return clashes.length === 0 && missionDocument.safeParse(document).success ? document : null;
}

/** Saves the whole document after every change; what somebody made of it elsewhere is merged. */
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
    merge,
  });
  const { value, failure, retry } = editing;
  const history = useHistory(value, editing.change);
  const change = (next: Change) => {
    let [before, after] = [value, value];
    editing.change((now) => {
      before = now;
      after = typeof next === 'function' ? next(now) : next;
      return after;
    });
    if (before !== after) history.record(before, after);
  };
  const isOffline = useOffline(editing);
  useSendAgain(failure?.code === 'OFFLINE', retry);
  return { ...editing, document: value, change, history, isOffline, unsaved: editing.state === 'failed' && !isOffline };
}

/** Whether what was written waits for a line: until it is sent, over every try. */
function useOffline({ state, failure }: Pick<ReturnType<typeof useAutosaved>, 'state' | 'failure'>): boolean {
  const isOnline = useOnline();
  const [waits, setWaits] = useState(false);
  const isOut = failure?.code === 'OFFLINE' || (!isOnline && state === 'saving');
  const isIn = state === 'saved' || state === 'clean' || (failure !== null && failure.code !== 'OFFLINE');
  if (isOut !== waits && (isOut || isIn)) setWaits(isOut);
  return isOut || (waits && !isIn);
}

const pause = 4000;

/** What found no way out is sent again until it does. */
function useSendAgain(waits: boolean, retry: () => void): void {
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(retry, pause);
    window.addEventListener('online', retry);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', retry);
    };
  });
}

const typing = '[data-mission] textarea, [data-mission] input:not([type=radio], [type=checkbox])';

/** What somebody began to type from is what their save is based on: what came meanwhile is merged into it, not overwritten. */
function isTyping(): boolean {
  return globalThis.document.activeElement?.matches(typing) ?? false;
}
