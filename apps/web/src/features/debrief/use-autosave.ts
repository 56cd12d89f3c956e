import { blankDebrief, type DebriefDocument, type DebriefKind } from '@parley/domain/debrief/debrief';
import { debriefDocument } from '@parley/domain/debrief/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Based } from '../../lib/based.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useAutosaved } from '../../lib/use-autosaved.ts';
import type { Debrief } from './use-debrief.ts';

/** What the parts of the form need: what is shown, how to change it, and what is wrong with it. */
export type WriteProps = {
  document: DebriefDocument;
  write: (change: Partial<DebriefDocument>) => void;
  errorOf: (path: string) => string | undefined;
};

type Send = (value: DebriefDocument, based: number) => Promise<{ rev: number }>;

function useWriting(debriefId: string, seen: Based<DebriefDocument>, send: Send) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const writing = useAutosaved({
    name: `debrief:${debriefId}`,
    part: 'document',
    shape: debriefDocument,
    seen,
    send,
    settle: ({ rev: now, value }) => {
      const queryKey = trpc.debrief.get.queryKey({ debriefId });
      // an answer that is on its way was asked for before this was saved
      void client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (held) => (held ? { ...held, rev: now, document: value } : held));
    },
    pause: 800,
  });
  const { failure, value: document } = writing;
  const write = (patch: Partial<DebriefDocument>) => writing.change((now) => ({ ...now, ...patch }));
  const errorOf = (path: string) => failure?.fields.find((field) => field.path === `document.${path}`)?.message;
  return { ...writing, document, write, errorOf };
}

export type Writing = ReturnType<typeof useWriting>;

/** The debrief as it is being written. */
export function useAutosave({ id: debriefId, rev, document }: Debrief): Writing {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.debrief.save.mutationOptions());
  return useWriting(debriefId, { rev, value: document }, (value, based) =>
    mutateAsync({ debriefId, rev: based, document: value }),
  );
}

/** One that is begun here, under an id of its own: the first words make it, when and if there is a line. */
export type Begun = { debriefId: string; kind: DebriefKind };

/** A debrief from its first word on: its day and time are now, where the person is. */
export function useCapture(opportunityId: string, { debriefId, kind }: Begun, onMade: () => void): Writing {
  const trpc = useTRPC();
  const { zone } = usePerson();
  const { mutateAsync: save } = useMutation(trpc.debrief.save.mutationOptions());
  const { mutateAsync: create } = useMutation(trpc.debrief.create.mutationOptions());
  const [blank] = useState(
    (): DebriefDocument => ({
      ...blankDebrief(kind),
      time: { type: 'moment', at: new Date().toISOString(), zone },
    }),
  );
  return useWriting(debriefId, { rev: 0, value: blank }, async (document, based) => {
    if (based > 0) return save({ debriefId, rev: based, document });
    const made = await create({ opportunityId, kind, debriefId, document });
    onMade();
    return made;
  });
}
