import { findRemarksBefore, valueTwo } from '@parley/domain/negotiation/ledger/exchange';
import { MoveContent } from '@parley/domain/negotiation/ledger/input';
import { findCautionBefore } from '@parley/domain/negotiation/ledger/ledger';
import { type Move, orderMoves } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { useWatch } from 'react-hook-form';
import { Notice } from '../../../components/feedback/notice.tsx';
import { useFormat } from '../../../lib/format.ts';
import { RemarkList } from './remark-list.tsx';
import type { MoveKeeping } from './use-move-form.ts';

export type MovePreviewProps = { form: MoveKeeping['form']; moves: readonly Move[]; plan: Plan };

/** The draft as a move, once all of its figures are understood; when it was made does not matter here. */
const draftMove = MoveContent.omit({ cites: true }).strip();

/** What the ledger would remark, said before the move is made: a caution first when it is their turn. */
export function MovePreview({ form, moves, plan }: MovePreviewProps) {
  const format = useFormat();
  const understood = draftMove.safeParse(useWatch({ control: form.control })).data;
  if (!understood) return null;
  const draft = { ...understood, cites: null };
  const money = (minor: number) => format.money(minor, plan.currency);
  const caution = findCautionBefore(moves, draft, plan.horizonYears);
  const remarks = findRemarksBefore(orderMoves(moves), draft, plan.horizonYears);
  const over = plan.horizonYears > 1 ? ` over ${plan.horizonYears} years` : '';
  if (caution)
    return (
      <Notice tone="warn" title={`It is their turn since ${format.dayOf(caution.since)}.`}>
        {`This lowers your own ask by ${money(caution.concession)} ${over} before they have answered.`}
      </Notice>
    );
  const two = valueTwo(orderMoves(moves), draft, plan.horizonYears);
  return (
    <div role="status">
      {two ? (
        <p className="text-sm text-ink-soft">{`The first comes to ${money(two.first)}, the second to ${money(two.second)}${over}.`}</p>
      ) : null}
      <RemarkList remarks={remarks} plan={plan} candidate="You" />
    </div>
  );
}
