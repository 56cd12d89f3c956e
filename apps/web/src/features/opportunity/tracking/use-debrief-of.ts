import { blankDebrief } from '@parley/domain/debrief/debrief';
import type { Call } from '@parley/domain/opportunity/call';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { roomOf } from '../../../lib/rooms.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** Begins the debrief of a call with what is known of it: its kind, its time and who was there. */
export function useDebriefOf(opportunityId: string) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const create = useMutation(trpc.debrief.create.mutationOptions());
  const begin = ({ kind: of, at, zone, withWhom }: Call) => {
    const kind = of === 'negotiation' ? ('negotiation' as const) : ('interview' as const);
    const document = {
      ...blankDebrief(kind),
      time: { type: 'moment' as const, at, zone },
      withWhom: withWhom.slice(0, 120),
    };
    create.mutate(
      { opportunityId, kind, document },
      {
        onSuccess: ({ debriefId }) =>
          void navigate({ to: roomOf.debrief, params: { opportunityId }, search: { open: debriefId } }),
      },
    );
  };
  return { begin, pending: create.isPending };
}
