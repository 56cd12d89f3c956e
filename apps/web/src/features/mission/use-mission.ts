import { missionDocument } from '@parley/domain/mission/input';
import type { MissionDocument } from '@parley/domain/mission/mission';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { drafts } from '../../lib/drafts.ts';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { DraftState } from '../../lib/use-draft.ts';

const kept = z.object({ rev: z.number(), document: missionDocument });
export type Kept = z.output<typeof kept>;

type Change = MissionDocument | ((now: MissionDocument) => MissionDocument);

/** What a panel needs to change the mission; a reader has none. */
export type Edit = {
  missionId: string;
  document: MissionDocument;
  /** Shows the next document at once and saves it; what cannot be saved stays here and in this browser. */
  change: (next: Change) => void;
};

type Shown = { missionId: string; rev: number; document: MissionDocument };

/** Saves the whole document after every change, one call at a time, and holds what is not saved yet. */
export function useMission(shown: Shown) {
  const { missionId } = shown;
  const { id: person } = usePerson();
  const name = `mission:${missionId}`;
  const [local, setLocal] = useState<Kept | null>(() => kept.safeParse(drafts.read(person, name)).data ?? null);
  const [saved, setSaved] = useState<Kept>(shown);
  const [state, setState] = useState<DraftState>(local ? 'failed' : 'clean');
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = useSend(missionId);
  const refetch = useRefetch(missionId);
  // The query tells of a save a moment after the save: until then its document is the older one.
  const latest = saved.rev > shown.rev ? saved : shown;
  const document = local?.document ?? latest.document;
  const held = useRef({ waiting: local?.document ?? null, base: local?.rev ?? latest.rev, document, busy: false });
  useEffect(() => {
    held.current.document = document;
    if (held.current.waiting === null && !isTyping()) held.current.base = latest.rev;
  });

  const flush = async (): Promise<void> => {
    const { waiting, base, busy } = held.current;
    if (busy || waiting === null) return;
    held.current.busy = true;
    setState('saving');
    const answer = await send({ missionId, rev: base, document: waiting });
    held.current.busy = false;
    if ('failed' in answer) {
      setState('failed');
      setFailure(answer.failed);
      return;
    }
    held.current.base = answer.rev;
    setSaved({ rev: answer.rev, document: answer.document });
    if (held.current.waiting !== waiting) return flush();
    held.current.waiting = null;
    drafts.clear(person, name);
    setLocal(null);
    setState('saved');
  };
  const hold = (next: MissionDocument, rev: number) => {
    held.current = { ...held.current, waiting: next, document: next, base: rev };
    drafts.write(person, name, { rev, document: next });
    setLocal({ rev, document: next });
    setFailure(null);
    void flush();
  };
  const letGo = () => {
    held.current.waiting = null;
    drafts.clear(person, name);
    setLocal(null);
    setFailure(null);
    setState('clean');
    return refetch();
  };
  const newer = failure?.code === 'CONFLICT' ? (kept.safeParse(failure.newer).data ?? null) : null;
  const change = (next: Change) => hold(typeof next === 'function' ? next(held.current.document) : next, held.current.base);
  const saveMine = () => hold(document, newer?.rev ?? held.current.base);
  const unsaved = local !== null && state === 'failed';
  return { document, rev: latest.rev, change, state, failure, newer, unsaved, saveMine, letGo };
}

/** What somebody began to type from is what their save is based on: a newer text is a conflict, not overwritten. */
function isTyping(): boolean {
  const typing = '[data-mission] textarea, [data-mission] input:not([type=radio], [type=checkbox])';
  return globalThis.document.activeElement?.matches(typing) ?? false;
}

function useRefetch(missionId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: trpc.mission.get.queryKey({ missionId }) });
}

/** One save: the answer, or why there is none. What was saved is what the screen shows next. */
function useSend(missionId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.mission.save.mutationOptions());
  return useCallback(
    async (input: { missionId: string; rev: number; document: MissionDocument }) => {
      const key = trpc.mission.get.queryKey({ missionId });
      try {
        const saved = await mutateAsync(input);
        // A read that began before the save would show the earlier text again.
        await client.cancelQueries({ queryKey: key });
        client.setQueryData(key, (old) => old && { ...old, ...saved });
        return saved;
      } catch (error) {
        return { failed: failureOf(error) };
      }
    },
    [trpc, client, mutateAsync, missionId],
  );
}
