import { type Ask, shiftId } from '@parley/domain/negotiation/asks/ask';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** Ranks the asks anew: at once on the screen, back to the server's order when it is refused. */
export function useRanks(negotiationId: string, asks: readonly Ask[]) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = { negotiationId };
  const key = trpc.negotiation.get.queryKey(query);
  const rank = useMutation(
    trpc.ask.rank.mutationOptions({
      onMutate: async ({ order }) => {
        await client.cancelQueries({ queryKey: key });
        client.setQueryData(key, (old) =>
          old ? { ...old, asks: [...old.asks].sort((a, b) => order.indexOf(a.askId) - order.indexOf(b.askId)) } : old,
        );
      },
    }),
  );
  const order = asks.map((ask) => ask.askId);
  return {
    failure: rank.isError ? failureOf(rank.error) : null,
    move: (askId: string, by: number) => rank.mutate({ negotiationId, order: shiftId(order, askId, by) }),
    place: (askId: string, at: string) =>
      rank.mutate({ negotiationId, order: shiftId(order, askId, order.indexOf(at) - order.indexOf(askId)) }),
  };
}
