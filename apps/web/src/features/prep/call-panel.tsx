import type { AppRouter } from '@parley/api/router';
import { hostOf } from '@parley/domain/negotiation/plan/evidence';
import type { inferRouterOutputs } from '@trpc/server';
import ExternalLink from 'lucide-react/icons/external-link';
import { SpokenParts, showSlots } from '../../components/spoken-lines.tsx';
import { useFormat } from '../../lib/format.ts';
import { quoted } from '../../lib/quote.ts';
import { PrepCard } from './prep-card.tsx';
import { WalkAwayCard } from './walk-away-card.tsx';

type Call = NonNullable<inferRouterOutputs<AppRouter>['prep']['get']['call']>;

/** The figure to hold on to. */
export function TargetCard({ target, currency }: Call) {
  const format = useFormat();
  const { base, total } = target;
  return (
    <PrepCard title="Target">
      {base === null && total === null ? <p className="text-ink-soft">No target set yet.</p> : null}
      <p className="flex flex-wrap items-baseline gap-x-6">
        {base === null ? null : <Figure amount={format.money(base, currency)} words="base, a year" />}
        {total === null ? null : <Figure amount={format.money(total, currency)} words="over four years" />}
      </p>
    </PrepCard>
  );
}

function Figure({ amount, words }: { amount: string; words: string }) {
  return (
    <span>
      <span className="text-2xl font-semibold tabular-nums">{amount}</span> <span className="text-ink-soft">{words}</span>
    </span>
  );
}

/** Asks, first words, replies and proof of a negotiation call. */
export function CallPanel(call: Call) {
  const { negotiationId, currency, asks, firstWords, slots, replies } = call;
  const format = useFormat();
  return (
    <>
      {asks.length > 0 ? (
        <PrepCard title={asks.length === 1 ? 'The ask' : `${asks.length} asks, in this order`}>
          <ol className="flex list-decimal flex-col gap-2 pl-6 text-lg">
            {asks.map(({ askId, title, amount, justification }) => (
              <li key={askId}>
                <span className="font-semibold">{title}</span>
                {amount === null ? null : <span className="tabular-nums"> {format.money(amount, currency)}</span>}
                {justification ? <span className="line-clamp-2 block text-base text-ink-soft">{justification}</span> : null}
              </li>
            ))}
          </ol>
        </PrepCard>
      ) : null}
      {firstWords.length > 0 ? (
        <PrepCard title="Say first">
          <blockquote className="border-l-2 border-accent pl-3 text-xl">
            <SpokenParts parts={firstWords} show={showSlots(slots, currency, format)} />
          </blockquote>
        </PrepCard>
      ) : null}
      {replies.length > 0 ? (
        <PrepCard title="If they say">
          <dl className="flex flex-col gap-3 text-lg">
            {replies.map(({ objectionId, says, reply }) => (
              <div key={objectionId}>
                <dt className="font-semibold">{quoted(says)}</dt>
                <dd className="whitespace-pre-wrap">{reply}</dd>
              </div>
            ))}
          </dl>
        </PrepCard>
      ) : null}
      <ProofCard {...call} />
      <WalkAwayCard negotiationId={negotiationId} currency={currency} />
    </>
  );
}

function ProofCard({ proof }: Call) {
  const format = useFormat();
  if (proof.length === 0) return null;
  return (
    <PrepCard title="Best proof">
      <ul className="flex flex-col gap-3 text-lg">
        {proof.map(({ evidenceId, source, on, figure, link, words }) => (
          <li key={evidenceId}>
            {figure ? <span className="font-semibold tabular-nums">{format.money(figure.amount, figure.currency)} </span> : null}
            {source}
            {on ? <span className="text-ink-soft">, {format.date(on)}</span> : null}
            {words ? <span className="block text-base text-ink-soft">{words}</span> : null}
            {link ? (
              <a
                href={link}
                target="_blank"
                rel="noopener noreferrer"
                className="inline-flex min-h-11 items-center gap-1 text-base text-accent underline"
              >
                {hostOf(link)}
                <ExternalLink aria-hidden="true" className="size-4" />
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </PrepCard>
  );
}
