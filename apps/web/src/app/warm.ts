import type { RouterContext } from './router.tsx';

type Place = { opportunityId: string };

/** What hangs on the opening; nothing when it cannot be had, which its own screen then says. */
async function partsOf({ queryClient, trpc }: RouterContext, place: Place) {
  const page = await queryClient.ensureQueryData(trpc.opportunity.page.queryOptions(place)).catch(() => null);
  return page && { ...page.parts, mine: page.header.mine };
}

/** Who sees an item, and what is said about it: every room shows both. */
function warmItem({ queryClient, trpc }: RouterContext, itemId: string): void {
  void queryClient.prefetchQuery(trpc.share.glance.queryOptions({ itemId }));
  void queryClient.prefetchQuery(trpc.thread.list.queryOptions({ itemId }));
}

/** Asks for the frame of every room, and for what waits in them; the latter, which comes with all that waits, once a minute. */
export function frame({ queryClient, trpc }: RouterContext, place: Place): void {
  void queryClient.prefetchQuery(trpc.opportunity.page.queryOptions(place));
  void queryClient.prefetchQuery({ ...trpc.today.page.queryOptions(), staleTime: 60_000 });
}

/** Asks for what the overview shows beside the header. */
export function overview({ queryClient, trpc }: RouterContext, place: Place): void {
  void queryClient.prefetchQuery(trpc.opportunity.timeline.queryOptions(place));
}

/** Asks for the mission before its room is there. */
export async function mission(context: RouterContext, place: Place): Promise<void> {
  const parts = await partsOf(context, place);
  for (const missionId of parts?.mission ?? []) {
    void context.queryClient.prefetchQuery(context.trpc.mission.get.queryOptions({ missionId }));
    warmItem(context, missionId);
  }
}

/** Asks for the debriefs, and for the one that stands open. */
export async function debriefs(context: RouterContext, place: Place): Promise<void> {
  const { queryClient, trpc } = context;
  const list = await queryClient.ensureQueryData(trpc.debrief.list.queryOptions(place)).catch(() => []);
  const debriefId = list.at(-1)?.id;
  if (debriefId === undefined) return;
  void queryClient.prefetchQuery(trpc.debrief.get.queryOptions({ debriefId }));
  warmItem(context, debriefId);
}

/** Asks for my offers; somebody else's is opened by a press, and only then asked for. */
export async function offer(context: RouterContext, place: Place): Promise<void> {
  const parts = await partsOf(context, place);
  for (const offerId of parts?.offer ?? []) {
    if (parts?.mine) void context.queryClient.prefetchQuery(context.trpc.offer.get.queryOptions({ offerId }));
    warmItem(context, offerId);
  }
  // What was asked stands beside what is offered.
  for (const negotiationId of parts?.mine ? parts.negotiation : [])
    void context.queryClient.prefetchQuery(context.trpc.negotiation.get.queryOptions({ negotiationId }));
}

/** Asks for all that decides which part of the negotiation comes first. */
export async function negotiation(context: RouterContext, place: Place): Promise<void> {
  const { queryClient, trpc } = context;
  const parts = await partsOf(context, place);
  for (const negotiationId of parts?.negotiation ?? []) {
    void queryClient.prefetchQuery(trpc.negotiation.get.queryOptions({ negotiationId }));
    void queryClient.prefetchQuery(trpc.outcome.get.queryOptions({ negotiationId }));
    void queryClient.prefetchQuery(trpc.term.list.queryOptions({ negotiationId }));
    if (parts?.mine) void queryClient.prefetchQuery(trpc.decision.get.queryOptions({ negotiationId }));
    warmItem(context, negotiationId);
  }
}

/** Asks for the rounds, and for the latest of them. */
export async function rounds(context: RouterContext, place: Place): Promise<void> {
  const { queryClient, trpc } = context;
  const list = await queryClient.ensureQueryData(trpc.round.list.queryOptions(place)).catch(() => []);
  const roundId = list.at(-1)?.roundId;
  if (roundId === undefined) return;
  void queryClient.prefetchQuery(trpc.round.get.queryOptions({ roundId }));
  warmItem(context, roundId);
}
