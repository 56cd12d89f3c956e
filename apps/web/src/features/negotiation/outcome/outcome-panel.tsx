import type { OutcomeKind } from '@parley/domain/negotiation/outcome/outcome';
import { gateOf } from '@parley/domain/negotiation/terms/gate';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { CalendarButton } from '../../../components/calendar-button.tsx';
import { Card } from '../../../components/card.tsx';
import { useTRPC } from '../../../lib/trpc.ts';
import { MissingList } from '../terms/gate-list.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import type { OutcomeProps } from './use-outcome.ts';

/** Before the end: the gate with its button. After it: how it ended. */
export function OutcomePanel(props: OutcomeProps) {
  const { negotiationId, mine, seen } = props;
  const [open, setOpen] = useState<OutcomeKind | null>(null);
  const { outcome } = seen;
  if (!mine && !outcome) return null;
  if (open)
    return (
      <Card title={outcome ? 'Correct the outcome' : open === 'accepted' ? 'Accept the offer' : 'End without this offer'}>
        <OutcomeForm {...props} first={open} onClose={() => setOpen(null)} />
      </Card>
    );
  return (
    <Card title={outcome ? 'Outcome' : 'The end of the negotiation'}>
      {outcome ? (
        <OutcomeCard {...{ negotiationId, mine, outcome, seen }} onCorrect={() => setOpen(outcome.kind)} />
      ) : (
        <Ends {...props} onOpen={setOpen} />
      )}
      {mine && outcome?.kind !== 'declined' && outcome?.kind !== 'withdrawn' ? <HandOver negotiationId={negotiationId} /> : null}
    </Card>
  );
}

/** The accept button lists what is missing, and leads on all the same. */
function Ends({ list, onOpen }: OutcomeProps & { onOpen: (kind: OutcomeKind) => void }) {
  const gate = gateOf(list);
  const shut = gate.missing.length > 0;
  return (
    <div className="flex flex-col items-start gap-3">
      <MissingList gate={gate} />
      <div className="flex flex-wrap items-start gap-2">
        <Button
          kind={list.length > 0 ? 'primary' : 'plain'}
          why={
            shut
              ? `${gate.missing.length === 1 ? 'One term is' : `${gate.missing.length} terms are`} not confirmed in writing.`
              : null
          }
          onClick={() => onOpen('accepted')}
        >
          Accept the offer
        </Button>
        {shut ? <Button onClick={() => onOpen('accepted')}>Accept anyway, with a reason</Button> : null}
        <Button kind="quiet" onClick={() => onOpen('declined')}>
          Declined or withdrawn
        </Button>
      </div>
    </div>
  );
}

function HandOver({ negotiationId }: { negotiationId: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const load = () => client.fetchQuery({ ...trpc.calendar.handOver.queryOptions({ negotiationId }), staleTime: 0, gcTime: 0 });
  return (
    <div className="mt-4 border-t border-line pt-3">
      <CalendarButton load={load}>First 90 days and six-month review as a calendar file</CalendarButton>
    </div>
  );
}
