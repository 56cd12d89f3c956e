import { type Brief, fixedWords, moodWords } from '@parley/domain/rehearsal/brief';
import { useFormat } from '../../lib/format.ts';

type Props = { brief: Pick<Brief, 'ceiling' | 'fixed' | 'gives' | 'mood'>; currency: string };

/** What the employer knew. */
export function BriefCard({ brief: { ceiling, fixed, gives, mood }, currency }: Props) {
  const format = useFormat();
  const rows = [
    ['Most they can pay', ceiling === null ? 'not set' : `${format.money(ceiling, currency)} base a year`],
    ['Fixed', fixed.length === 0 ? 'nothing' : fixed.map((part) => fixedWords[part]).join(', ')],
    ['Gives instead', gives.trim() || 'nothing prepared'],
    ['Mood', `${moodWords[mood].label}. ${moodWords[mood].play}`],
  ];
  return (
    <dl className="grid gap-x-6 sm:gap-y-2 sm:grid-cols-[max-content_1fr]">
      {rows.map(([name, words]) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="max-w-prose whitespace-pre-wrap wrap-anywhere max-sm:mb-2">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
