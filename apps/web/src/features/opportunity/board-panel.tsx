import { buildColumns, type Card, type Column } from '@parley/domain/opportunity/board';
import { canMove, endings, type Stage, stageName } from '@parley/domain/opportunity/opportunity';
import { type DragEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { cardType, OpportunityCard } from './opportunity-card.tsx';

type Props = { cards: readonly Card[]; onMove: (card: Card, stage: Stage) => void };

/** The board: a column a stage, sideways on a desk, one below the other on a phone. */
export function BoardPanel({ cards, onMove }: Props) {
  const [ending, setEnding] = useState<Card | null>(null);
  const drop = (column: Column['name'], opportunityId: string) => {
    const card = cards.find((one) => one.opportunityId === opportunityId);
    if (!card || card.stage === column) return;
    if (column === 'ended') setEnding(card);
    else onMove(card, column);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-label="Board by stage" tabIndex={0} className="md:overflow-x-auto md:pb-3">
        <div className="flex flex-col gap-6 md:flex-row md:items-stretch md:gap-2">
          {buildColumns(cards).map((column) => (
            <BoardColumn key={column.name} column={column} onMove={onMove} onDrop={(id) => drop(column.name, id)} />
          ))}
        </div>
      </section>
      {ending ? <EndDialog card={ending} onClose={() => setEnding(null)} onMove={onMove} /> : null}
    </>
  );
}

type ColumnProps = { column: Column; onMove: Props['onMove']; onDrop: (opportunityId: string) => void };

/** An empty column is narrow: what is under way is in sight without scrolling. */
function BoardColumn({ column: { name, cards }, onMove, onDrop }: ColumnProps) {
  const [over, setOver] = useState(false);
  const takes = (event: DragEvent) => event.dataTransfer.types.includes(cardType);
  const onDragOver = (event: DragEvent) => {
    if (!takes(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    if (!takes(event)) return;
    event.preventDefault();
    setOver(false);
    onDrop(event.dataTransfer.getData(cardType));
  };
  const title = name === 'ended' ? 'Ended' : stageName(name);
  return (
    <section
      aria-label={title}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-col gap-2 rounded-md md:min-h-72 md:shrink-0 md:border md:p-2 ${over ? 'border-accent bg-accent-soft' : 'border-transparent md:bg-sunken'} ${cards.length === 0 ? 'md:min-w-20 max-md:hidden' : 'md:w-56'}`}
    >
      <h2 className="flex items-baseline justify-between gap-2 px-1 text-sm font-medium">
        {title}
        <span className="text-ink-soft tabular-nums">{cards.length}</span>
      </h2>
      {cards.map((card) => (
        <OpportunityCard
          key={card.opportunityId}
          card={card}
          showStage={name === 'ended'}
          onMove={(stage) => onMove(card, stage)}
        />
      ))}
    </section>
  );
}

function EndDialog({ card, onClose, onMove }: { card: Card; onClose: () => void; onMove: Props['onMove'] }) {
  const choose = (stage: Stage) => {
    onMove(card, stage);
    onClose();
  };
  return (
    <Dialog open title={`How did “${card.role}” end?`} onClose={onClose}>
      <ul className="flex flex-col items-start gap-2">
        {endings.map((stage) => {
          const decision = canMove(card.stage, stage);
          return (
            <li key={stage}>
              <Button why={decision.allowed ? null : decision.reason} onClick={() => choose(stage)}>
                {stageName(stage)}
              </Button>
            </li>
          );
        })}
      </ul>
      <DialogActions>{null}</DialogActions>
    </Dialog>
  );
}
