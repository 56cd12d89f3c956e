import { type Ask, askHints, hintSentence } from '@parley/domain/negotiation/asks/ask';
import { useMutation } from '@tanstack/react-query';
import ListPlus from 'lucide-react/icons/list-plus';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { useRemoval } from '../../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { useTRPC } from '../../../lib/trpc.ts';
import { useHeld } from '../../../lib/use-draft.ts';
import { useOpened } from '../../../lib/use-revised.ts';
import { AskCard } from './ask-card.tsx';
import { AskForm } from './ask-form.tsx';
import { NeedDialog } from './need-dialog.tsx';
import { useRanks } from './use-ranks.ts';

export type AskListProps = {
  negotiationId: string;
  opportunityId: string;
  asks: readonly Ask[];
  mine: boolean;
  currency: string;
};

/** The asks in rank order, with the facts that the list itself tells. */
export function AskList(props: AskListProps) {
  const { negotiationId, opportunityId, mine, currency } = props;
  const { open, setOpen, close, asks, ranks, removal } = useAsks(props);
  // what a reader does not see may well be the reason
  const hints = askHints(asks).filter(({ kind }) => mine || kind !== 'no-justification');
  return (
    <Card title="Asks, most wanted first" flush>
      {asks.length === 0 ? (
        <p className="max-w-prose px-4 py-4 text-ink-soft sm:px-5">
          {mine
            ? 'First what you need to succeed (budget, resources, support), then the money. Give each ask its reason.'
            : 'No ask written yet.'}
        </p>
      ) : null}
      <ol aria-label="Asks in rank order" className="divide-y divide-line">
        {asks.map((ask, index) => (
          <AskCard
            key={ask.askId}
            {...{ negotiationId, opportunityId, ask, mine, currency, ranks }}
            rank={index + 1}
            last={index === asks.length - 1}
            editing={open === ask.askId}
            onEdit={() => setOpen(ask.askId)}
            onClose={() => close(ask.askId)}
            onRemove={() => removal.remove(ask.askId)}
          />
        ))}
      </ol>
      {hints.length > 0 ? (
        <ul aria-label="What the list shows" className="border-t border-line px-4 py-3 text-sm text-ink-soft sm:px-5">
          {hints.map((hint) => (
            <li key={hint.kind}>{hintSentence(hint)}</li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-col items-start gap-2 border-t border-line px-4 py-3 empty:hidden sm:px-5">
        <FormFailure failure={ranks.failure ?? removal.failure} />
        {open === 'new' ? (
          <AskForm {...{ negotiationId, opportunityId, currency }} ask={null} onClose={() => close('new')} />
        ) : null}
        {mine && open !== 'new' ? (
          <div className="flex flex-wrap gap-2">
            <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
              Add an ask
            </Button>
            <Button kind="quiet" icon={<ListPlus aria-hidden="true" />} onClick={() => setOpen('need')}>
              From a need of the mission
            </Button>
          </div>
        ) : null}
      </div>
      {mine ? (
        <NeedDialog {...{ negotiationId, opportunityId }} open={open === 'need'} onClose={() => close('need')} taken={asks} />
      ) : null}
    </Card>
  );
}

function useAsks({ negotiationId, asks }: AskListProps) {
  const trpc = useTRPC();
  const opened = useOpened(useHeld(`ask:${negotiationId}`) ? 'new' : null);
  const ranks = useRanks(negotiationId, asks);
  const remove = useMutation(trpc.ask.remove.mutationOptions());
  const removal = useRemoval(async (askId) => {
    await remove.mutateAsync({ askId });
  }, 'Ask removed');
  return { ...opened, asks: asks.filter(({ askId }) => !removal.isGone(askId)), ranks, removal };
}
