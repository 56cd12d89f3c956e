import { type Remark, remarkSentence } from '@parley/domain/negotiation/remark';
import { useFormat } from '../../lib/format.ts';

/** One quiet line for each fact; nothing for a trade. */
export function RemarkList({ remarks, currency }: { remarks: readonly Remark[]; currency: string }) {
  const format = useFormat();
  const wording = { money: (minor: number) => format.money(minor, currency), day: (at: string) => format.dayOf(at) };
  return remarks.map((remark) => {
    const sentence = remarkSentence(remark, wording);
    return sentence === null ? null : (
      <p key={remark.kind} className="max-w-prose text-sm text-ink-soft italic">
        {sentence}
      </p>
    );
  });
}
