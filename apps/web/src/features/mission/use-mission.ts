import { missionDocument } from '@parley/domain/mission/input';
import type { MissionDocument } from '@parley/domain/mission/mission';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { z } from 'zod';
import { drafts } from '../../lib/drafts.ts';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { DraftState } from '../../lib/use-draft.ts';

const kept = z.object({ rev: z.number(), document: missionDocument });
export type Kept = z.output<typeof kept>;

/** What a panel needs to change the mission; a reader has none. */
export type Edit = {
  missionId: string;
  document: MissionDocument;
  /** Shows the next document at once and saves it; what cannot be saved stays here and in this browser. */
  change: (next: MissionDocument) => void;
};

type Shown = { missionId: string; rev: number; document: MissionDocument };

/** Saves the whole document after every change, one call at a time, and holds what is not saved yet. */
export function useMission(shown: Shown) {
  const { missionId } = shown;
  const { id: person } = usePerson();
  const name = `mission:${missionId}`;
  const [local, setLocal] = useState<Kept | null>(() => kept.safeParse(drafts.read(person, name)).data ?? null);
  const [state, setState] = useState<DraftState>(local ? 'failed' : 'clean');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [newer, setNewer] = useState<Kept | null>(null);
  const waiting = useRef<MissionDocument | null>(null);
  const base = useRef(local?.rev ?? shown.rev);
  const busy = useRef(false);
  const send = useSend(missionId);

  const flush = useCallback(async () => {
    const document = waiting.current;
    if (busy.current || document === null) return;
    busy.current = true;
    setState('saving');
    const answer = await send({ missionId, rev: base.current, document });
    busy.current = false;
    if ('failed' in answer) {
      setState('failed');
      setFailure(answer.failed);
      setNewer(answer.failed.code === 'CONFLICT' ? (kept.safeParse(answer.failed.newer).data ?? null) : null);
      return;
    }
    base.current = answer.rev;
    if (waiting.current !== document) return flush();
    waiting.current = null;
    drafts.clear(person, name);
    setLocal(null);
    setState('saved');
  }, [send, missionId, person, name]);

  const hold = (document: MissionDocument, rev: number) => {
    base.current = rev;
    waiting.current = document;
    drafts.write(person, name, { rev, document });
    setLocal({ rev, document });
    setFailure(null);
    setNewer(null);
    void flush();
  };
  const change = (next: MissionDocument) => hold(next, local ? base.current : Math.max(base.current, shown.rev));
  const letGo = () => {
    waiting.current = null;
    drafts.clear(person, name);
    base.current = newer?.rev ?? shown.rev;
    setLocal(null);
    setFailure(null);
    setNewer(null);
    setState('clean');
  };
  const document = local?.document ?? shown.document;
  const saveMine = () => hold(document, newer?.rev ?? base.current);
  const unsaved = local !== null && state === 'failed';
  return { document, rev: Math.max(base.current, shown.rev), change, state, failure, newer, unsaved, saveMine, letGo };
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
