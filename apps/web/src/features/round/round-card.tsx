import { waitSentence } from '@parley/domain/round/hold';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useId } from 'react';
import { Chip, type ChipTone } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShareChip, ThreadMark } from '../../components/item-tools.tsx';
import { useFormat } from '../../lib/format.ts';
import { DraftPanel } from './draft/draft-panel.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RevealedPanel } from './result/revealed-panel.tsx';
import { OpenPanel } from './sealing/open-panel.tsx';
import { QuestionCard } from './sealing/question-card.tsx';
import { type Round, type RoundEntry, useRound } from './use-round.ts';

type Props = {
  entry: RoundEntry;
  open: boolean;
  onToggle: () => void;
  /** What one does after this one. */
  next: ReactNode;
};

const tones = {
  draft: { tone: 'plain', words: 'draft' },
  open: { tone: 'accent', words: 'open' },
  revealed: { tone: 'good', words: 'revealed' },
  closed: { tone: 'plain', words: 'closed' },
  cancelled: { tone: 'plain', words: 'cancelled' },
} satisfies Record<RoundEntry['state'], { tone: ChipTone; words: string }>;

/** One round: a line when closed; when open what is asked, and what its state lets me see and do. */
export function RoundCard({ entry, open, onToggle, next }: Props) {
  const id = useId();
  const { tone, words } = tones[entry.state];
  return (
    <article id={`item-${entry.roundId}`} aria-labelledby={id} className="rounded-md border border-line bg-raised">
      <h3 className="text-base">
        <button
          type="button"
          id={id}
          aria-expanded={open}
          onClick={onToggle}
          className="flex min-h-12 w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-left hover:bg-sunken sm:px-5"
        >
          <ChevronDown aria-hidden="true" className={`size-5 shrink-0 text-ink-soft ${open ? '' : '-rotate-90'}`} />
          <span className="min-w-0 flex-1 font-medium">Round {entry.number}</span>
          <Chip tone={tone}>{words}</Chip>
        </button>
      </h3>
      {open ? <Body roundId={entry.roundId} next={next} /> : null}
    </article>
  );
}

function Body({ roundId, next }: { roundId: string; next: ReactNode }) {
  const round = useRound(roundId);
  if (round.isPending)
    return (
      <div className="px-4 pb-4 sm:px-5">
        <Skeleton what="the round" lines={5} />
      </div>
    );
  if (round.isLoadingError) return <Failed error={round.error} what="the round" retry={() => void round.refetch()} />;
  return (
    <div className="flex flex-col gap-6 border-t border-line px-4 py-4 sm:px-5">
      {round.data.stage.state === 'draft' && round.data.mine ? null : (
        <div className="flex flex-wrap items-center gap-2">
          <ShareChip itemId={roundId} kind="round" />
          <ThreadMark itemId={roundId} blockId="item" label={`Round ${round.data.number}`} />
        </div>
      )}
      <Whole round={round.data} />
      {next}
    </div>
  );
}

function Whole({ round }: { round: Round }) {
  const { stage, mine, ownerName } = round;
  const format = useFormat();
  switch (stage.state) {
    case 'draft':
      if (stage.preparing) return <DraftPanel round={round} preparing={stage.preparing} />;
      return <p className="text-ink-soft">{ownerName} is preparing this round. You can seal once it is open.</p>;
    case 'open':
      return <OpenPanel round={round} stage={stage} />;
    case 'revealed':
    case 'closed':
      return <RevealedPanel round={round} stage={stage} />;
    case 'cancelled':
      return (
        <>
          <QuestionCard round={round} />
          <p className="text-ink-soft">
            This round was cancelled. What was sealed in it stays sealed.
            {stage.heldUntil ? ` ${waitSentence(format.instant(stage.heldUntil))}` : ''}
          </p>
          {mine ? <RemoveDialog roundId={round.roundId} heldUntil={stage.heldUntil} /> : null}
        </>
      );
    default:
      return stage satisfies never;
  }
}
