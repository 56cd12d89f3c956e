import type { ReactNode } from 'react';

export type DeltaProps = {
  /** Its sign alone decides the mark. */
  value: number;
  /** The figure without a sign: the mark is its sign. */
  children: ReactNode;
  /** Which way is good for the person; `none` for neither. */
  good?: 'up' | 'down' | 'none' | undefined;
};

/** A difference: marked and coloured; the mark stands for the sign. */
export function Delta({ value, children, good = 'up' }: DeltaProps) {
  if (value === 0) return <span className="text-ink-soft">{children}</span>;
  const rising = value > 0;
  const fine = (good === 'up') === rising;
  const tone = good === 'none' ? 'text-ink' : fine ? 'text-good' : 'text-bad';
  return (
    <span className={`whitespace-nowrap tabular-nums ${tone}`}>
      <span aria-hidden="true" className="text-[0.8em]">
        {rising ? '▲' : '▼'}{' '}
      </span>
      <span className="sr-only">{rising ? 'up ' : 'down '}</span>
      {children}
    </span>
  );
}
