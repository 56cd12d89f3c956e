import { listNamed, valuePackage } from '@parley/domain/negotiation/package';
import { buildOnTable, labelOf, listInPlay, totalYears } from '@parley/domain/round/round';
import { revealRule } from '@parley/domain/round/seats';
import { useFormat } from '../../../lib/format.ts';
import { useFigure } from '../use-figure.ts';
import type { Round } from '../use-round.ts';

/** What is asked: the question in the owner's words, the components in play with what is on the table, and until when. */
export function QuestionCard({ round }: { round: Round }) {
  const format = useFormat();
  const { document, deadlineAt, quorum, ownerName, mine } = round;
  const owner = ownerName ?? 'the owner';
  const figure = useFigure(document);
  const table = buildOnTable(document);
  const asked = listInPlay(document);
  return (
    <div className="flex flex-col gap-3">
      <blockquote className="max-w-prose border-l-2 border-accent pl-4 text-lg whitespace-pre-wrap wrap-anywhere">
        {document.question}
      </blockquote>
      <dl className="grid max-w-prose grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {asked.map((component) => (
          <div key={component} className="contents">
            <dt className="font-medium">{labelOf(document, component)}</dt>
            <dd className="tabular-nums">
              <span className="text-ink-soft">on the table: </span>
              {figure(component, table) ?? 'not said'}
            </dd>
          </div>
        ))}
        {listNamed(table)
          .filter((component) => !asked.includes(component))
          .map((component) => (
            <div key={component} className="contents text-ink-soft">
              <dt>{labelOf(document, component)}</dt>
              <dd className="tabular-nums">on the table, not asked: {figure(component, table)}</dd>
            </div>
          ))}
        {listNamed(table).length === 0 ? null : (
          <div className="contents">
            <dt className="font-medium">4-year total</dt>
            <dd className="tabular-nums">
              <span className="text-ink-soft">as offered: </span>
              {format.money(valuePackage(table, totalYears), document.currency)}
            </dd>
          </div>
        )}
      </dl>
      {round.stage.state === 'open' ? (
        <p className="max-w-prose">
          {deadlineAt === null ? null : (
            <strong className="font-semibold">Until {format.instant(deadlineAt)}, your time. </strong>
          )}
          {revealRule({ deadlineAt, quorum }, mine ? 'you' : owner)} Until then nobody, {mine ? 'you' : owner} included, sees what
          anybody else sealed.
        </p>
      ) : null}
    </div>
  );
}
