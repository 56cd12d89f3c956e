import type { FixedEntry } from '@parley/domain/negotiation/ledger/fixed';
import type { Firmness, RemovedMove } from '@parley/domain/negotiation/ledger/move';
import { useMutation } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Chip, type ChipTone } from '../../../components/chip.tsx';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { useRemoval } from '../../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useHeld } from '../../../lib/use-draft.ts';
import { useOpened } from '../../../lib/use-revised.ts';
import { LedgerChart } from './ledger-chart.tsx';
import { MoveCard } from './move-card.tsx';
import { MoveForm } from './move-form.tsx';
import type { LedgerProps } from './use-move-form.ts';

/** What was asked and offered, step by step, and what there is to remark. */
export function LedgerPanel(props: LedgerProps) {
  const { negotiationId, moves, removed, ledger, plan, mine } = props;
  const trpc = useTRPC();
  const { open, setOpen, close } = useOpened(useHeld(`move:${negotiationId}`) ? 'new' : null);
  const remove = useMutation(trpc.move.remove.mutationOptions());
  const removal = useRemoval(async (moveId) => {
    await remove.mutateAsync({ moveId });
  }, 'Move removed from the ledger');
  const steps = ledger.steps.filter(({ moveId }) => !removal.isGone(moveId));
  const lines = [...steps, ...removed].sort((a, b) => (a.at < b.at ? -1 : 1));
  const write = (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
      Write down a move
    </Button>
  );
  return (
    <Card title="Ledger" level={3} flush aside={mine && open !== 'new' ? write : null}>
      <div className="flex flex-col items-start gap-2 border-b border-line px-4 py-3 empty:hidden sm:px-5">
        <FormFailure failure={removal.failure} />
        {open === 'new' ? <MoveForm {...props} move={null} onClose={() => close('new')} /> : null}
      </div>
      <div className="flex flex-col gap-4 px-4 py-4 sm:px-5">
        <LedgerChart moves={moves} steps={steps} plan={plan} />
        <FixedMap fixed={ledger.fixed} />
        {moves.length === 0 ? <NoMoves mine={mine} /> : null}
      </div>
      <ol aria-label="Moves, oldest first" className="flex flex-col">
        {lines.map((line) =>
          'removedAt' in line ? (
            <RemovedLine key={line.moveId} line={line} />
          ) : (
            <MoveCard
              key={line.moveId}
              {...props}
              step={line}
              editing={open === line.moveId}
              onEdit={() => setOpen(line.moveId)}
              onClose={() => close(line.moveId)}
              onRemove={() => removal.remove(line.moveId)}
            />
          ),
        )}
      </ol>
    </Card>
  );
}

/** In the place of a move that was taken out: that there was one, and nothing of what it said. */
function RemovedLine({ line }: { line: RemovedMove }) {
  const format = useFormat();
  return (
    <li className="border-t border-line px-4 py-2 text-sm text-ink-soft sm:px-5">
      {`A move of ${format.dayOf(line.at)} was removed on ${format.dayOf(line.removedAt)}.`}
    </li>
  );
}

function NoMoves({ mine }: { mine: boolean }) {
  return (
    <EmptyState title={mine ? 'Write down the first figure that was named' : 'No move written down yet.'}>
      {mine ? 'Yours or theirs, with their exact words. The ledger shows when you move and they do not.' : null}
    </EmptyState>
  );
}

const tones = { fixed: 'bad', difficult: 'warn', possible: 'good', unclear: 'plain' } satisfies Record<Firmness, ChipTone>;

/** How firm they last sounded, component by component. */
function FixedMap({ fixed }: { fixed: readonly FixedEntry[] }) {
  if (fixed.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-soft">How firm they last sounded</h3>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {fixed.map(({ component, label, firmness }) => (
          <li key={component}>
            <Chip tone={tones[firmness]}>{`${label}: ${firmness}`}</Chip>
          </li>
        ))}
      </ul>
    </div>
  );
}
