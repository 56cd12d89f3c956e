import type { DebriefDocument } from '@parley/domain/debrief/debrief';
import { debriefDocument } from '@parley/domain/debrief/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { useAutosaved } from '../../lib/use-autosaved.ts';
import type { Debrief } from './use-debrief.ts';

/** What the parts of the form need: what is shown, how to change it, and what is wrong with it. */
export type WriteProps = {
  document: DebriefDocument;
  write: (change: Partial<DebriefDocument>) => void;
  errorOf: (path: string) => string | undefined;
};

/** The debrief as it is being written. */
export function useAutosave({ id: debriefId, rev, document }: Debrief) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.debrief.save.mutationOptions());
  const writing = useAutosaved({
    name: `debrief:${debriefId}`,
    part: 'document',
    shape: debriefDocument,
    seen: { rev, value: document },
    send: (value, based) => mutateAsync({ debriefId, rev: based, document: value }),
    settle: ({ rev: now, value }) => {
      const queryKey = trpc.debrief.get.queryKey({ debriefId });
      // an answer that is on its way was asked for before this was saved
      void client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (held) => (held ? { ...held, rev: now, document: value } : held));
    },
    pause: 800,
  });
  const write = (patch: Partial<DebriefDocument>) => writing.change((now) => ({ ...now, ...patch }));
  return { ...writing, document: writing.value, write };
}
