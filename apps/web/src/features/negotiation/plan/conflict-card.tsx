import { channelAdvice, type Plan } from '@parley/domain/negotiation/negotiation';
import { situationPlaybooks } from '@parley/domain/negotiation/plan/situation-playbook';
import { Link } from '@tanstack/react-router';
import { Button } from '../../../components/button.tsx';
import { Conflict, type ConflictRow } from '../../../components/feedback/conflict.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { type Format, useFormat } from '../../../lib/format.ts';
import { partOfNegotiation } from '../../../lib/rooms.ts';
import { textsOf, type usePlan } from './use-plan.ts';

export type Editing = ReturnType<typeof usePlan>;

/** What stands between the plan as typed and the plan as saved: a newer version, or a failed save. */
export function ConflictCard({ editing, opportunityId }: { editing: Editing; opportunityId: string }) {
  const format = useFormat();
  const { newer, plan, failure } = editing;
  if (newer) {
    const rows = differing(words(plan, format), words(newer.value, format));
    return <Conflict rows={rows} onMine={editing.takeMine} onNewer={editing.letGo} />;
  }
  if (!failure) return null;
  return (
    <div className="flex flex-col items-start gap-2">
      <FormFailure failure={failure} />
      {editing.leaking.length > 0 ? (
        <Link
          to={partOfNegotiation}
          params={{ opportunityId, part: 'plan' }}
          search={(now) => now}
          hash="say"
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          Go to “What you say”
        </Link>
      ) : (
        <Button onClick={editing.retry}>Try again</Button>
      )}
    </div>
  );
}

function words(plan: Plan, { money, list }: Format): Record<string, string> {
  const figure = (minor: number | null) => money(minor, plan.currency);
  return {
    Currency: plan.currency,
    'Target base': figure(plan.target.base),
    'Target, four years': figure(plan.target.total),
    'Ideal base': figure(plan.ideal.base),
    'Ideal, four years': figure(plan.ideal.total),
    'Years counted': String(plan.horizonYears),
    'Ticked in the checklists': String(plan.ticks.length),
    'What makes it special': list(plan.situations.map((one) => situationPlaybooks[one].title)),
    'Council checklists used': String(plan.checklists.length),
    'What you said you wanted': [figure(plan.deciding.said.base), figure(plan.deciding.said.total)].join(' · '),
    'What is strong in it': plan.deciding.strengths,
    'Where it falls short': plan.deciding.gaps,
    'Your answer': [plan.deciding.answer ?? '', plan.deciding.why].filter(Boolean).join(': '),
    'Offers the scripts name': list(plan.scripts.flatMap(({ cites }) => cites?.as ?? [])),
    Channel: channelAdvice[plan.channel].label,
    ...Object.fromEntries(plan.scripts.map((script) => [`Script “${script.name}”`, textsOf(script).slice(1).join(' · ')])),
  };
}

function differing(mine: Record<string, string>, newer: Record<string, string>): ConflictRow[] {
  const labels = [...new Set([...Object.keys(mine), ...Object.keys(newer)])];
  return labels
    .filter((label) => newer[label] !== mine[label])
    .map((label) => ({ label, mine: mine[label] ?? '', newer: newer[label] ?? '' }));
}
