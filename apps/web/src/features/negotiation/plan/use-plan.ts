import type { Plan } from '@parley/domain/negotiation/negotiation';
import { Plan as PlanSchema } from '@parley/domain/negotiation/plan/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { z } from 'zod';
import { drafts } from '../../../lib/drafts.ts';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { usePerson } from '../../../lib/person.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { type DraftState, useKeeping } from '../../../lib/use-draft.ts';

/** A plan with the revision that it is based on. */
export type BasedPlan = { rev: number; plan: Plan };

const keptEdit = z.object({ rev: z.number(), plan: PlanSchema });

/** What was typed before a reload, if it still is a plan. */
function keptFor(person: string, name: string): BasedPlan | null {
  return keptEdit.safeParse(drafts.read(person, name)).data ?? null;
}

const pause = 800;

/**
 * The plan as it is being edited: kept in the browser at once, saved a moment after the last change, and never over
 * somebody's newer version without asking.
 */
export function usePlan(negotiationId: string, seen: BasedPlan) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { id: person } = usePerson();
  const name = `negotiation:${negotiationId}`;
  const { keep, clear } = useKeeping(person, name);
  const [edit, setEdit] = useState<BasedPlan | null>(() => keptFor(person, name));
  const [newer, setNewer] = useState<BasedPlan | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = useMutation(trpc.negotiation.save.mutationOptions());

  const taken = (sent: BasedPlan, result: BasedPlan) => {
    const query = { negotiationId };
    client.setQueryData(trpc.negotiation.get.queryKey(query), (old) => (old ? { ...old, ...result } : old));
    void client.invalidateQueries(trpc.negotiation.get.queryFilter(query));
    setEdit((now) => (now === sent || now === null ? null : { rev: result.rev, plan: now.plan }));
    if (edit === sent) clear();
  };
  const refused = (error: unknown) => {
    const failed = failureOf(error);
    const other = keptEdit.safeParse(failed.newer).data;
    if (failed.code === 'CONFLICT' && other) setNewer(other);
    else setFailure(failed);
  };
  const send = (sent: BasedPlan) => {
    // Not by callbacks of the hook: they are not called once the room was left.
    void save.mutateAsync({ negotiationId, ...sent }).then((result) => taken(sent, result), refused);
  };

  const held = newer !== null || failure !== null || save.isPending;
  const due = !held && edit !== null && PlanSchema.safeParse(edit.plan).success ? edit : null;
  useSending(due, send);

  const change = (patch: Partial<Plan>) => {
    const next = { rev: edit?.rev ?? seen.rev, plan: { ...(edit?.plan ?? seen.plan), ...patch } };
    setEdit(next);
    setFailure(null);
    keep(next);
  };
  const settle = (next: BasedPlan | null) => {
    setNewer(null);
    setEdit(next);
    if (next === null) clear();
    void client.invalidateQueries(trpc.negotiation.get.queryFilter({ negotiationId }));
  };
  return {
    plan: edit?.plan ?? seen.plan,
    change,
    state: stateOf(edit, failure, save.isSuccess),
    newer,
    failure,
    retry: () => setFailure(null),
    takeMine: () => newer && edit && settle({ rev: newer.rev, plan: edit.plan }),
    takeNewer: () => settle(null),
  };
}

/** Sends what is due a moment after the last change, and at once when one leaves the room. */
function useSending(due: BasedPlan | null, send: (due: BasedPlan) => void): void {
  const sendNow = useEffectEvent(send);
  const leave = useEffectEvent(() => due && send(due));
  useEffect(() => {
    if (due === null) return undefined;
    const timer = setTimeout(() => sendNow(due), pause);
    return () => clearTimeout(timer);
  }, [due]);
  useEffect(
    () => () => {
      leave();
    },
    [],
  );
}

function stateOf(edit: BasedPlan | null, failure: Failure | null, saved: boolean): DraftState {
  if (failure) return 'failed';
  if (edit) return 'saving';
  return saved ? 'saved' : 'clean';
}
