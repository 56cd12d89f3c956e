import { type Evidence, hostOf } from '@parley/domain/negotiation/plan/evidence';
import { useMutation } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import ExternalLink from 'lucide-react/icons/external-link';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { useRemoval } from '../../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { ThreadMark } from '../../../components/item-tools.tsx';
import { Menu } from '../../../components/overlay/menu.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useOpened } from '../../../lib/use-revised.ts';
import { EvidenceForm } from './evidence-form.tsx';

export type EvidenceListProps = { negotiationId: string; evidence: readonly Evidence[]; mine: boolean; currency: string };

/** What the numbers rest on: source, day, figure, link. */
export function EvidenceList({ negotiationId, evidence, mine, currency }: EvidenceListProps) {
  const trpc = useTRPC();
  const { open, setOpen, close } = useOpened();
  const remove = useMutation(trpc.evidence.remove.mutationOptions());
  const removal = useRemoval(async (evidenceId) => {
    await remove.mutateAsync({ evidenceId });
  }, 'Evidence removed');
  const shown = evidence.filter(({ evidenceId }) => !removal.isGone(evidenceId));
  return (
    <Card title="Evidence" flush>
      {shown.length === 0 ? (
        <p className="max-w-prose px-4 py-4 text-ink-soft sm:px-5">
          {mine
            ? 'Write down one source with its figure: a published range, a survey, what somebody in the role told you. Asks can rest on it.'
            : 'No evidence written down yet.'}
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {shown.map((entry) => (
          <li key={entry.evidenceId} className="px-4 py-3 sm:px-5">
            {open === entry.evidenceId ? (
              <EvidenceForm {...{ negotiationId, currency }} evidence={entry} onClose={() => close(entry.evidenceId)} />
            ) : (
              <Row
                {...{ negotiationId, entry, mine }}
                onEdit={() => setOpen(entry.evidenceId)}
                onRemove={() => removal.remove(entry.evidenceId)}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-col items-start gap-2 border-t border-line px-4 py-3 empty:hidden sm:px-5">
        <FormFailure failure={removal.failure} />
        {open === 'new' ? <EvidenceForm {...{ negotiationId, currency }} evidence={null} onClose={() => close('new')} /> : null}
        {mine && open !== 'new' ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
            Add evidence
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

type RowProps = { negotiationId: string; entry: Evidence; mine: boolean; onEdit: () => void; onRemove: () => void };

function Row({ negotiationId, entry, mine, onEdit, onRemove }: RowProps) {
  const format = useFormat();
  const { evidenceId, source, on, figure, link, words } = entry;
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{source}</span>
          {figure ? <span className="tabular-nums">{format.money(figure.amount, figure.currency)}</span> : null}
          {on ? <span className="text-sm text-ink-soft">{format.date(on)}</span> : null}
        </p>
        {words ? <p className="mt-1 max-w-prose whitespace-pre-wrap text-ink-soft">{words}</p> : null}
        {link ? (
          <a
            href={link}
            target="_blank"
            rel="noopener noreferrer"
            className="inline-flex min-h-11 items-center gap-1 text-accent underline"
          >
            {hostOf(link)}
            <ExternalLink aria-hidden="true" className="size-4" />
            <span className="sr-only">(opens in a new window)</span>
          </a>
        ) : null}
      </div>
      <div className="flex shrink-0">
        <ThreadMark itemId={negotiationId} blockId={evidenceId} label={source} />
        {mine ? (
          <Menu
            iconOnly
            label={`More: “${source}”`}
            icon={<Ellipsis aria-hidden="true" />}
            entries={[
              { id: 'edit', label: 'Edit', icon: <Pencil aria-hidden="true" />, onAct: onEdit },
              { id: 'remove', label: 'Remove', icon: <Trash2 aria-hidden="true" />, onAct: onRemove, danger: true },
            ]}
          />
        ) : null}
      </div>
    </div>
  );
}
