import { type Remark, remarkSentence } from '@parley/domain/negotiation/ledger/remark';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { useFormat } from '../../../lib/format.ts';

export type RemarkListProps = {
  remarks: readonly Remark[];
  plan: Plan;
  /** "You", or the name of who negotiates. */
  candidate: string;
};

/** One quiet line for each fact; nothing for a trade. */
export function RemarkList({ remarks, plan, candidate }: RemarkListProps) {
  const { currency, horizonYears } = plan;
  const format = useFormat();
  const wording = { money: (minor: number) => format.money(minor, currency), day: (at: string) => format.dayOf(at), candidate };
  return remarks.map((remark) => {
    const sentence = remarkSentence(remark, wording);
    return sentence === null ? null : (
      <p key={remark.kind} className="max-w-prose text-sm text-ink-soft italic">
        {sentence}
        {horizonYears > 1 && counts(remark) ? ` Counted over ${horizonYears} years.` : null}
      </p>
    );
  });
}

/** Whether the sentence holds an amount, which needs its horizon to be understood. */
function counts({ kind }: Remark): boolean {
  return kind === 'you-moved-they-did-not' || kind === 'gave-more-than-you-got' || kind === 'shrinking' || kind === 'uneven';
}
