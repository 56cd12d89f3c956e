import type { LedgerEntry } from '@parley/domain/negotiation/ledger/ledger';
import { channelWords, counterpartWords, type KeptMove, type MoveKind } from '@parley/domain/negotiation/ledger/move';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button } from '../../../components/button.tsx';
import { ThreadMark } from '../../../components/item-tools.tsx';
import { Menu } from '../../../components/overlay/menu.tsx';
import { useFormat } from '../../../lib/format.ts';
import { quoted } from '../../../lib/quote.ts';
import { Cites } from '../competing-form.tsx';
import { EarlierList } from './earlier-list.tsx';
import { LeanCard } from './lean-card.tsx';
import { MoveForm } from './move-form.tsx';
import { PackageList, TwoPackages } from './package-list.tsx';
import { RemarkList } from './remark-list.tsx';
import type { LedgerProps } from './use-move-form.ts';

export type MoveCardProps = LedgerProps & {
  step: LedgerEntry;
  editing: boolean;
  onEdit: () => void;
  onClose: () => void;
  onRemove: () => void;
};

const kindWords = {
  propose: { candidate: 'asked', employer: 'They offered' },
  'best-and-final': { candidate: 'said a last word', employer: 'Their best and final' },
  talk: { candidate: 'said', employer: 'They said' },
  accept: { candidate: 'accepted', employer: 'They accepted' },
  decline: { candidate: 'said no', employer: 'They said no' },
} satisfies Record<MoveKind, Record<KeptMove['party'], string>>;

function titleOf({ kind, party }: KeptMove, candidate: string): string {
  return party === 'candidate' ? `${candidate} ${kindWords[kind].candidate}` : kindWords[kind].employer;
}

/** One move: mine at the left, theirs at the right, the package between, remarks under it. */
export function MoveCard(props: MoveCardProps) {
  const { negotiationId, mine, moves, step, plan, candidate, editing, onClose } = props;
  const move = moves.find(({ moveId }) => moveId === step.moveId);
  if (!move) return null;
  if (editing)
    return (
      <li className="border-t border-line px-4 py-4 sm:px-5">
        <MoveForm {...props} move={move} onClose={onClose} />
      </li>
    );
  const own = move.party === 'candidate';
  const said = <Said move={move} candidate={candidate} negotiationId={negotiationId} mine={mine} />;
  const { two } = step;
  const offer = two ? null : <PackageList offer={move.package} currency={plan.currency} />;
  return (
    <li className="border-t border-line px-4 py-3 sm:px-5">
      <div className="grid items-start gap-x-4 gap-y-2 sm:grid-cols-[1fr_minmax(9rem,auto)_1fr]">
        <div className={own ? 'border-l-2 border-accent pl-3 max-sm:mr-6' : 'max-sm:hidden'}>{own ? said : null}</div>
        <div className={`sm:order-none ${own ? 'max-sm:pl-3.5' : 'order-last max-sm:pr-3.5'}`}>{offer}</div>
        <div className={own ? 'max-sm:hidden' : 'border-r-2 border-line-strong pr-3 text-right max-sm:ml-6'}>
          {own ? null : said}
        </div>
      </div>
      {two ? (
        <div className="mt-2 sm:px-3">
          <TwoPackages move={move} two={two} plan={plan} />
          {mine ? <LeanCard move={move} /> : null}
        </div>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4">
        <div className="min-w-0 grow basis-56">
          <RemarkList remarks={step.remarks} plan={plan} candidate={candidate} />
          <EarlierList move={move} currency={plan.currency} />
        </div>
        <MoveTools {...props} move={move} />
      </div>
    </li>
  );
}

type SaidProps = Pick<LedgerProps, 'negotiationId' | 'mine' | 'candidate'> & { move: KeptMove };

function Said({ move, candidate, negotiationId, mine }: SaidProps) {
  const format = useFormat();
  return (
    <>
      <p className="font-medium">{titleOf(move, candidate)}</p>
      <p className="text-sm text-ink-soft">
        <time dateTime={move.at}>{format.dayTime(move.at)}</time> · {channelWords[move.channel]}
        {move.counterpart ? ` with ${counterpartWords[move.counterpart].label}` : ''}
        {move.party === 'employer' && move.firmness !== 'unclear' ? ` · sounded ${move.firmness}` : ''}
      </p>
      {move.words ? <p className="mt-1 whitespace-pre-wrap">{quoted(move.words)}</p> : null}
      <Cites {...{ negotiationId, mine }} cites={move.cites} />
    </>
  );
}

function MoveTools({ negotiationId, move, mine, candidate, onEdit, onRemove }: MoveCardProps & { move: KeptMove }) {
  const format = useFormat();
  const label = `${titleOf(move, candidate)}, ${format.dayOf(move.at)}`;
  return (
    <div className="ml-auto flex shrink-0">
      {mine && move.words === '' ? (
        <Button kind="quiet" onClick={onEdit}>
          Add the exact words
        </Button>
      ) : null}
      <ThreadMark itemId={negotiationId} blockId={move.moveId} label={label} />
      {mine ? (
        <Menu
          iconOnly
          label={`More: ${label}`}
          icon={<Ellipsis aria-hidden="true" />}
          entries={[
            { id: 'edit', label: 'Correct it', icon: <Pencil aria-hidden="true" />, onAct: onEdit },
            { id: 'remove', label: 'Remove', icon: <Trash2 aria-hidden="true" />, onAct: onRemove, danger: true },
          ]}
        />
      ) : null}
    </div>
  );
}
