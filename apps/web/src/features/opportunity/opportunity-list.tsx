import { type Card, type Order, sortCards } from '@parley/domain/opportunity/board';
import { type Stage, stageName, stages } from '@parley/domain/opportunity/opportunity';
import { Link } from '@tanstack/react-router';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { Card as Ground } from '../../components/card.tsx';
import { Cell, Head, RowHead, stack, Table } from '../../components/table.tsx';
import { useFormat } from '../../lib/format.ts';
import { MoveMenu, NextLine } from './opportunity-card.tsx';

export type Sorting = { order: Order; ascending: boolean };

type Props = {
  cards: readonly Card[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  onMove: (card: Card, stage: Stage) => void;
};

const heads: { order: Order; label: string }[] = [
  { order: 'role', label: 'Role' },
  { order: 'company', label: 'Company' },
  { order: 'stage', label: 'Stage' },
  { order: 'since', label: 'Since' },
  { order: 'next', label: 'Next' },
];

const rank = (stage: Stage) => stages.indexOf(stage);

/** Everything in one table; a press on a header sorts, a second one turns it round. */
export function OpportunityList({ cards, sorting, onSort, onMove }: Props) {
  const format = useFormat();
  return (
    <Ground>
      <Table stacked caption="My opportunities" captionHidden>
        <thead className="max-sm:block">
          <tr className="max-sm:flex max-sm:flex-wrap">
            {heads.map(({ order, label }) => (
              <SortHead key={order} label={label} order={order} sorting={sorting} onSort={onSort} />
            ))}
            <Head>
              <span className="sr-only">Move</span>
            </Head>
          </tr>
        </thead>
        <tbody>
          {sortCards(cards, sorting.order, sorting.ascending, rank).map((card) => (
            <tr key={card.opportunityId} className={stack.row}>
              <RowHead className={stack.head}>
                <Link
                  to="/opportunities/$opportunityId"
                  params={{ opportunityId: card.opportunityId }}
                  className="inline-flex min-h-11 items-center rounded-sm text-accent hover:underline"
                >
                  {card.role}
                </Link>
              </RowHead>
              <Cell data-label="Company" className={stack.cell}>
                {card.company}
              </Cell>
              <Cell data-label="Stage" className={stack.cell}>
                {stageName(card.stage)}
              </Cell>
              <Cell data-label="Since" className={`whitespace-nowrap tabular-nums ${stack.cell}`}>
                {format.day(card.since)}
              </Cell>
              <Cell data-label="Next" className={`min-w-48 text-sm ${stack.cell}`}>
                {card.next ? <NextLine card={card} /> : '–'}
              </Cell>
              <Cell data-label="Move" className={stack.cell}>
                <MoveMenu stage={card.stage} role={card.role} onMove={(stage) => onMove(card, stage)} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Ground>
  );
}

type SortHeadProps = { label: string; order: Order; sorting: Sorting; onSort: (sorting: Sorting) => void };

function SortHead({ label, order, sorting, onSort }: SortHeadProps) {
  const now = sorting.order === order;
  const Arrow = sorting.ascending ? ArrowUp : ArrowDown;
  return (
    <Head aria-sort={now ? (sorting.ascending ? 'ascending' : 'descending') : undefined}>
      <button
        type="button"
        onClick={() => onSort({ order, ascending: now ? !sorting.ascending : true })}
        className="inline-flex min-h-11 items-center gap-1 rounded-sm font-medium hover:text-ink"
      >
        {label}
        {now ? <Arrow aria-hidden="true" className="size-3.5" /> : null}
      </button>
    </Head>
  );
}
