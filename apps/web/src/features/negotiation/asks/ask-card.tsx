import { type Ask, legLabels } from '@parley/domain/negotiation/asks/ask';
import { findLinkedEvidence } from '@parley/domain/negotiation/plan/evidence';
import { reasonFrom } from '@parley/domain/proof/reason';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Award from 'lucide-react/icons/award';
import Ellipsis from 'lucide-react/icons/ellipsis';
import GripVertical from 'lucide-react/icons/grip-vertical';
import Pencil from 'lucide-react/icons/pencil';
import Scale from 'lucide-react/icons/scale';
import Target from 'lucide-react/icons/target';
import Trash2 from 'lucide-react/icons/trash-2';
import { type DragEvent, useState } from 'react';
import { IconButton } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { ThreadMark } from '../../../components/item-tools.tsx';
import { Menu } from '../../../components/overlay/menu.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useEvidence } from '../use-evidence.ts';
import { AskForm } from './ask-form.tsx';
import type { useRanks } from './use-ranks.ts';
import { useTies } from './use-ties.ts';

export type AskCardProps = {
  negotiationId: string;
  opportunityId: string;
  ask: Ask;
  rank: number;
  last: boolean;
  mine: boolean;
  currency: string;
  editing: boolean;
  ranks: ReturnType<typeof useRanks>;
  onEdit: () => void;
  onClose: () => void;
  onRemove: () => void;
};

const dragKind = 'application/x-parley-ask';

/** One ask at its rank; dragged by its handle or moved by its arrows. */
export function AskCard(props: AskCardProps) {
  const { negotiationId, opportunityId, ask, mine, currency, editing, ranks, onClose } = props;
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const askId = event.dataTransfer.getData(dragKind);
    if (askId && askId !== ask.askId) ranks.place(askId, ask.askId);
  };
  if (editing)
    return (
      <li className="px-4 py-4 sm:px-5">
        <AskForm {...{ negotiationId, opportunityId, ask, currency, onClose }} />
      </li>
    );
  return (
    <li
      className={`flex items-start gap-2 py-3 pr-2 pl-4 sm:pr-3 ${mine ? 'sm:pl-2' : 'sm:pl-5'} ${over ? 'bg-accent-soft' : ''}`}
      onDragOver={(event) => {
        if (!mine || !event.dataTransfer.types.includes(dragKind)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {mine ? <Handle askId={ask.askId} /> : null}
      <AskBody {...props} />
      <AskTools {...props} />
    </li>
  );
}

/** For the pointer only: the arrows do the same by keyboard and by touch. */
function Handle({ askId }: { askId: string }) {
  const start = (event: DragEvent) => {
    event.dataTransfer.setData(dragKind, askId);
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    <span
      draggable
      aria-hidden="true"
      onDragStart={start}
      className="mt-1 cursor-grab text-ink-soft max-sm:hidden pointer-coarse:hidden"
    >
      <GripVertical className="size-4" />
    </span>
  );
}

function AskBody({ negotiationId, opportunityId, ask, rank, mine, currency }: AskCardProps) {
  const format = useFormat();
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">
          <span className="text-ink-soft tabular-nums">{rank}. </span>
          {ask.title}
        </span>
        {ask.amount === null ? null : <span className="tabular-nums">{format.money(ask.amount, currency)}</span>}
      </p>
      <p className="mt-1 flex flex-wrap gap-1.5">
        <Chip>{legLabels[ask.leg].label}</Chip>
        <Chip tone={ask.tier === 'must' ? 'accent' : 'plain'}>{ask.tier === 'must' ? 'Must' : 'Nice'}</Chip>
        {ask.fromNeed ? <Chip>From the mission</Chip> : null}
      </p>
      {ask.justification ? <p className="mt-1 max-w-prose whitespace-pre-wrap">{ask.justification}</p> : null}
      <RestsOn {...{ negotiationId, opportunityId, ask, mine }} />
      {ask.fallback ? (
        <p className="mt-1 max-w-prose whitespace-pre-wrap text-ink-soft">
          <span className="font-medium">If that is capped: </span>
          {ask.fallback}
        </p>
      ) : null}
    </div>
  );
}

/** What is behind the reason: evidence by its source; for the owner the key result and the proofs that it is tied to. */
function RestsOn({
  negotiationId,
  opportunityId,
  ask,
  mine,
}: Pick<AskCardProps, 'negotiationId' | 'opportunityId' | 'ask' | 'mine'>) {
  const linked = findLinkedEvidence(ask.evidenceIds, useEvidence(negotiationId));
  const { keyResults, proofs } = useTies(opportunityId, mine);
  const serves = keyResults.find(({ id }) => id === ask.serves?.keyResultId);
  const shown = proofs.filter(({ proofId }) => ask.proofIds.includes(proofId));
  if (linked.length + shown.length === 0 && !serves) return null;
  return (
    <ul aria-label="Based on" className="mt-1 flex flex-wrap gap-1.5">
      {serves ? (
        <li className="max-w-full">
          <Chip icon={<Target aria-hidden="true" />}>{serves.metric}</Chip>
        </li>
      ) : null}
      {linked.map(({ evidenceId, source }) => (
        <li key={evidenceId} className="max-w-full">
          <Chip icon={<Scale aria-hidden="true" />}>{source}</Chip>
        </li>
      ))}
      {shown.map((proof) => (
        <li key={proof.proofId} className="max-w-full">
          <Chip icon={<Award aria-hidden="true" />}>{reasonFrom(proof)}</Chip>
        </li>
      ))}
    </ul>
  );
}

function AskTools({ negotiationId, ask, rank, last, mine, ranks, onEdit, onRemove }: AskCardProps) {
  const { askId, title } = ask;
  const mark = <ThreadMark itemId={negotiationId} blockId={askId} label={title} />;
  if (!mine) return mark;
  const up = () => ranks.move(askId, -1);
  const down = () => ranks.move(askId, 1);
  const [first, end] = [rank === 1, last];
  return (
    <div className="flex shrink-0">
      {mark}
      <span className="flex max-sm:hidden">
        <IconButton label={`Move “${title}” up`} icon={<ArrowUp aria-hidden="true" />} disabled={first} onClick={up} />
        <IconButton label={`Move “${title}” down`} icon={<ArrowDown aria-hidden="true" />} disabled={end} onClick={down} />
      </span>
      <Menu
        iconOnly
        label={`More: “${title}”`}
        icon={<Ellipsis aria-hidden="true" />}
        entries={[
          { id: 'edit', label: 'Edit', icon: <Pencil aria-hidden="true" />, onAct: onEdit },
          {
            id: 'up',
            label: 'Move up',
            icon: <ArrowUp aria-hidden="true" />,
            onAct: up,
            why: first ? 'It is already first.' : null,
          },
          {
            id: 'down',
            label: 'Move down',
            icon: <ArrowDown aria-hidden="true" />,
            onAct: down,
            why: end ? 'It is already last.' : null,
          },
          { id: 'remove', label: 'Remove', icon: <Trash2 aria-hidden="true" />, onAct: onRemove, danger: true },
        ]}
      />
    </div>
  );
}
