import { clauseLabel, isDay } from '@parley/domain/negotiation/clause';
import type { Outcome, RefusedAll } from '@parley/domain/negotiation/outcome/outcome';
import { componentLabel, keyOfOther, listNamed, type Package } from '@parley/domain/negotiation/package';
import { stageName } from '@parley/domain/opportunity/opportunity';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { MissingRows } from '../terms/gate-list.tsx';
import { TermConflict } from '../terms/term-form.tsx';
import { ClosingList } from './outcome-closing-list.tsx';
import { GainList } from './outcome-gain-list.tsx';
import type { OutcomeSeen } from './use-outcome.ts';

export type OutcomeCardProps = {
  negotiationId: string;
  mine: boolean;
  outcome: Outcome;
  seen: OutcomeSeen;
  onCorrect: () => void;
};

/** How it ended: the final package, the gain, what was accepted in spite of the gate, and what is still to do. */
export function OutcomeCard({ negotiationId, mine, outcome, seen, onCorrect }: OutcomeCardProps) {
  const format = useFormat();
  const { anyway, currency } = outcome;
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip tone={outcome.kind === 'accepted' ? 'good' : 'plain'}>{stageName(outcome.kind)}</Chip>
        <span>{format.date(outcome.on)}</span>
      </p>
      {outcome.words ? <p className="max-w-prose whitespace-pre-wrap">{outcome.words}</p> : null}
      {anyway ? (
        <Notice tone="warn" title="Accepted although not everything was confirmed in writing">
          <p className="whitespace-pre-wrap">“{anyway.reason}”</p>
          <MissingRows missing={anyway.missing} />
        </Notice>
      ) : null}
      <FinalPackage final={outcome.package} currency={currency} />
      {seen.gain ? <GainList gain={seen.gain} currency={currency} /> : null}
      <Refusals outcome={outcome} flag={seen.refusedAll} />
      {mine ? <ClosingList negotiationId={negotiationId} outcome={outcome} /> : null}
      {mine ? <Corrections negotiationId={negotiationId} outcome={outcome} onCorrect={onCorrect} /> : null}
    </div>
  );
}

function FinalPackage({ final, currency }: { final: Package; currency: string }) {
  const format = useFormat();
  const words = (component: string) => {
    if (component === 'bonusPercent') return format.percent(final.bonusPercent ?? '0');
    const money: Record<string, number | null> = { base: final.base, signOn: final.signOn, equity: final.equity };
    const other = final.others.find((one) => keyOfOther(one.name) === component);
    return format.money(other ? other.amount : (money[component] ?? null), currency);
  };
  const parts = listNamed(final);
  const clauses = final.clauses ?? [];
  if (parts.length + clauses.length === 0) return null;
  return (
    <dl aria-label="Final package" className="flex flex-wrap gap-x-8 gap-y-2">
      {parts.map((component) => (
        <div key={component}>
          <dt className="text-sm text-ink-soft">{componentLabel(component, final.others)}</dt>
          <dd className="font-medium tabular-nums">{words(component)}</dd>
        </div>
      ))}
      {clauses.map(({ about, text }) => (
        <div key={about}>
          <dt className="text-sm text-ink-soft">{clauseLabel(about)}</dt>
          <dd className="font-medium">{isDay(about) ? format.date(text) : text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Refusals({ outcome, flag }: { outcome: Outcome; flag: RefusedAll | null }) {
  const format = useFormat();
  const refused = outcome.outside.filter((ask) => ask.refused !== null);
  if (refused.length === 0) return null;
  const rows = (
    <ul className="list-disc pl-5">
      {refused.map(({ askId, title, refused: no }) => (
        <li key={askId}>
          {title}: refused by {no?.by}, {no ? format.date(no.on) : ''}
        </li>
      ))}
    </ul>
  );
  if (!flag) return <div>{rows}</div>;
  return (
    <Notice tone="warn" title={`They refused every ask outside compensation (${flag.count})`}>
      {rows}
    </Notice>
  );
}

type CorrectionsProps = { negotiationId: string; outcome: Outcome; onCorrect: () => void };

function Corrections({ negotiationId, outcome, onCorrect }: CorrectionsProps) {
  const trpc = useTRPC();
  const undo = useMutation(trpc.outcome.undo.mutationOptions());
  const failure = undo.isError ? failureOf(undo.error) : null;
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex flex-wrap gap-2">
        <Button kind="quiet" onClick={onCorrect}>
          Correct it
        </Button>
        <Button kind="quiet" pending={undo.isPending} onClick={() => undo.mutate({ negotiationId, rev: outcome.rev })}>
          It has not ended after all
        </Button>
      </div>
      <TermConflict failure={failure} />
      <FormFailure failure={failure} />
    </div>
  );
}
