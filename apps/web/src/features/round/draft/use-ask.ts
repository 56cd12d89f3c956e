import { SaveRound } from '@parley/domain/round/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Round } from '../use-round.ts';

export type AskFields = z.output<typeof SaveRound>;

/** A conflict brings the round as it is kept, of which the form knows a part. */
const newerDraft = z.looseObject(SaveRound.shape).transform(askFrom);

function askFrom({ roundId, rev, document, deadlineAt, quorum, named }: AskFields): AskFields {
  return { roundId, rev, document, deadlineAt, quorum, named };
}

/**
 * The form over a draft, kept in this browser until it is saved; it stays based on the revision that it began from. When
 * a newer one came first, `newer` is there to be shown beside what is typed.
 */
export function useAskForm(round: Round, onDone: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const save = useMutation(trpc.round.save.mutationOptions({ meta: { showsBoth: true } }));
  const defaultValues = askFrom(round);
  // its revision is one of its fields
  const draft = { name: `round:${round.roundId}`, rev: round.rev };
  const keeping = useParleyForm({ schema: SaveRound, defaultValues, draft });
  const { form, submit, failure, dismiss, discard } = keeping;
  const { isDirty } = form.formState;
  const newer = newerDraft.safeParse(failure?.newer).data;
  const onSubmit = submit(save.mutateAsync, onDone);

  useEffect(() => {
    // what nobody has touched follows what was saved elsewhere
    if (!isDirty && form.getValues('rev') < round.rev) form.reset(askFrom(round));
  }, [form, isDirty, round]);

  const takeMine = () => {
    if (!newer) return;
    form.setValue('rev', newer.rev);
    dismiss();
    void onSubmit();
  };
  const takeNewer = () => {
    discard();
    // it came with the conflict: it stands there whether or not the next reading succeeds
    client.setQueryData(trpc.round.get.queryKey({ roundId: round.roundId }), (now) => now && { ...now, ...newer });
    void client.invalidateQueries(trpc.round.pathFilter());
    onDone();
  };
  return { ...keeping, onSubmit, newer, takeMine, takeNewer };
}

export type AskControl = ReturnType<typeof useAskForm>['form'];
