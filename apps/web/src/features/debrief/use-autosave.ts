import type { DebriefDocument } from '@parley/domain/debrief/debrief';
import { debriefDocument } from '@parley/domain/debrief/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { drafts } from '../../lib/drafts.ts';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { type DraftState, useKeeping } from '../../lib/use-draft.ts';
import type { Debrief } from './use-debrief.ts';

const versioned = z.object({ rev: z.int(), document: debriefDocument });
/** What was typed and is not on the server yet, and the revision that it was typed over. */
type Local = z.infer<typeof versioned>;

/** What the parts of the form need: what is shown, how to change it, and what is wrong with it. */
export type WriteProps = {
  document: DebriefDocument;
  write: (change: Partial<DebriefDocument>) => void;
  errorOf: (path: string) => string | undefined;
};

const pause = 800;

/**
 * The debrief as it is being written: kept in this browser at once, on the server after a pause. One send at a time;
 * when somebody (another tab) saved in between, both versions are offered.
 */
export function useAutosave(debrief: Debrief) {
  const { peek, shown, keep, forget, state: kept } = useLocal(debrief.id);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [newer, setNewer] = useState<Local | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { send: post, settle } = useSend(debrief);
  const sending = useRef(false);

  const send = useCallback(
    async function sendNow(): Promise<void> {
      clearTimeout(timer.current);
      const sent = peek();
      if (!sent || sending.current) return;
      sending.current = true;
      const result = await post(sent);
      sending.current = false;
      if ('failed' in result) {
        setFailure(result.failed);
        setNewer(result.failed.code === 'CONFLICT' ? newerOf(result.failed) : null);
        return;
      }
      setFailure(null);
      settle(result.rev, sent.document);
      const held = peek();
      if (held === sent) return forget();
      if (held) keep({ rev: result.rev, document: held.document });
      timer.current = setTimeout(() => void sendNow(), pause);
    },
    [post, settle, peek, keep, forget],
  );

  useFlush(send);

  const later = (next: Local) => {
    keep(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), pause);
  };
  const write = (change: Partial<DebriefDocument>) => {
    const base = peek() ?? { rev: debrief.rev, document: debrief.document };
    later({ rev: base.rev, document: { ...base.document, ...change } });
  };
  const settleConflict = (mine: boolean) => {
    const held = peek();
    if (mine && held && newer) keep({ rev: newer.rev, document: held.document });
    else forget();
    if (newer) settle(newer.rev, newer.document);
    setNewer(null);
    setFailure(null);
    void send();
  };
  const document = shown?.document ?? debrief.document;
  return { document, write, retry: send, failure, newer, settleConflict, state: stateOf(shown, failure, kept) };
}

/** Sends on the way in what an earlier visit could not, and on the way out what is still waiting. */
function useFlush(send: () => Promise<void>): void {
  useEffect(() => {
    const start = setTimeout(() => void send());
    return () => {
      clearTimeout(start);
      void send();
    };
  }, [send]);
}

function stateOf(local: Local | null, failure: Failure | null, kept: DraftState): DraftState {
  if (failure) return 'failed';
  if (local) return 'saving';
  return kept === 'clean' ? 'clean' : 'saved';
}

function newerOf(failure: Failure): Local | null {
  const parsed = versioned.safeParse(failure.newer);
  return parsed.success ? parsed.data : null;
}

/** The unsent version, held in this browser too, so that neither a reload nor an ended session loses it. */
function useLocal(debriefId: string) {
  const { id: person } = usePerson();
  const name = `debrief:${debriefId}`;
  const [restored] = useState(() => versioned.safeParse(drafts.read(person, name)).data ?? null);
  const local = useRef<Local | null>(restored);
  const [shown, show] = useState(restored);
  const [everSaved, setSaved] = useState(false);
  const { keep: hold, clear } = useKeeping(person, name);
  const keep = useCallback(
    (next: Local) => {
      local.current = next;
      hold(next);
      show(next);
    },
    [hold],
  );
  const forget = useCallback(() => {
    local.current = null;
    clear();
    setSaved(true);
    show(null);
  }, [clear]);
  const peek = useCallback(() => local.current, []);
  const state: DraftState = everSaved ? 'saved' : 'clean';
  return { peek, shown, keep, forget, state };
}

/** Sends one version, and puts what the server has into what is shown. */
function useSend({ id: debriefId }: Debrief) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.debrief.save.mutationOptions());
  const send = useCallback(
    (local: Local) =>
      mutateAsync({ debriefId, ...local }).then(
        ({ rev }) => ({ rev }),
        (error: unknown) => ({ failed: failureOf(error) }),
      ),
    [mutateAsync, debriefId],
  );
  const settle = useCallback(
    (rev: number, document: DebriefDocument) => {
      const queryKey = trpc.debrief.get.queryKey({ debriefId });
      // an answer that is on its way was asked for before this was saved
      void client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (held) => (held ? { ...held, rev, document } : held));
    },
    [client, trpc, debriefId],
  );
  return { send, settle };
}
