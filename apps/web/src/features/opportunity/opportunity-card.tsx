import { type Card, isOverdue, silenceOf } from '@parley/domain/opportunity/board';
import { callName, findNextCall } from '@parley/domain/opportunity/call';
import { canMove, type Stage, stageName, stages } from '@parley/domain/opportunity/opportunity';
import { judgeSilence } from '@parley/domain/opportunity/silence';
import { Link } from '@tanstack/react-router';
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import Phone from 'lucide-react/icons/phone';
import Target from 'lucide-react/icons/target';
import type { DragEvent } from 'react';
import { Menu } from '../../components/overlay/menu.tsx';
import { useFormat } from '../../lib/format.ts';
import { useToday } from '../../lib/time/use-today.ts';
import { DeadlineCard } from './deadline-card.tsx';

/** The type under which a dragged card travels; nothing else can be dropped on the board. */
export const cardType = 'application/x-parley-opportunity';

type Props = { card: Card; onMove: (stage: Stage) => void; showStage?: boolean | undefined };

/** One opportunity on the board: what, where, and what comes next. */
export function OpportunityCard({ card, onMove, showStage }: Props) {
  const { opportunityId, company, role, level, place, targeted, stage } = card;
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(cardType, opportunityId);
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    <article
      draggable
      onDragStart={onDragStart}
      className="rounded-md border border-line bg-raised py-1 pr-1 pl-3 hover:border-line-strong"
    >
      <div className="flex items-start gap-1">
        <h3 className="min-w-0 flex-1 pt-2 text-base">
          <Link
            to="/opportunities/$opportunityId"
            params={{ opportunityId }}
            draggable={false}
            className="block rounded-sm hover:text-accent hover:underline"
          >
            {role}
            <span className="block font-normal text-ink-soft">{company}</span>
          </Link>
        </h3>
        <MoveMenu stage={stage} role={role} onMove={onMove} />
      </div>
      <div className="flex flex-col gap-1 pr-2 pb-2 text-sm text-ink-soft">
        {level || place || targeted ? (
          <p className="flex flex-wrap items-center gap-x-2">
            {[level, place].filter(Boolean).join(' · ')}
            {targeted ? (
              <span className="inline-flex items-center gap-1">
                <Target aria-hidden="true" className="size-3.5" /> my choice
              </span>
            ) : null}
          </p>
        ) : null}
        <NextLine card={card} />
        <SilenceLine card={card} />
        {card.deadline ? <DeadlineCard ends={card.deadline} /> : null}
        {showStage ? <p>{stageName(stage)}</p> : null}
      </div>
    </article>
  );
}

/** The next call with its hour; without one, how long nothing was heard. */
function SilenceLine({ card }: { card: Card }) {
  const format = useFormat();
  const today = useToday();
  const now = new Date();
  const call = findNextCall(card.calls, now);
  if (call)
    return (
      <p className="flex items-start gap-1.5 text-ink">
        <Phone aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-ink-soft" />
        <span>{`${callName(call.kind)} · ${format.dayTime(call.at)}`}</span>
      </p>
    );
  const days = silenceOf(card, today, now);
  return judgeSilence(days) === 'none' ? null : <p className="text-warn">{`no answer for ${days} days`}</p>;
}

/** The next act with its day; a day that has passed says so. */
export function NextLine({ card: { next, since } }: { card: Pick<Card, 'next' | 'since'> }) {
  const format = useFormat();
  const today = useToday();
  if (next === null) return <p>{`since ${format.day(since)}`}</p>;
  const late = isOverdue(next, today);
  return (
    <p className="flex items-start gap-1.5 text-ink">
      <CalendarClock aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-ink-soft" />
      <span className="min-w-0">
        {`${next.act} `}
        {next.on ? (
          <span className={`whitespace-nowrap tabular-nums ${late ? 'font-medium text-bad' : 'text-ink-soft'}`}>
            {`· ${next.on === today ? 'today' : format.day(next.on)}${late ? ', overdue' : ''}`}
          </span>
        ) : null}
      </span>
    </p>
  );
}

type MoveMenuProps = { stage: Stage; role: string; onMove: (stage: Stage) => void };

/** What dragging does, for the keyboard and for touch. */
export function MoveMenu({ stage, role, onMove }: MoveMenuProps) {
  const entries = stages
    .filter((to) => to !== stage)
    .map((to) => {
      const decision = canMove(stage, to);
      return { id: to, label: stageName(to), onAct: () => onMove(to), why: decision.allowed ? null : decision.reason };
    });
  return <Menu label={`Move ${role} to…`} icon={<ArrowRightLeft aria-hidden="true" />} iconOnly entries={entries} />;
}
