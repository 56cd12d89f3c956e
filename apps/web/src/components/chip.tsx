import type { ComponentProps, ReactNode } from 'react';

export type ChipTone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

const tones = {
  plain: 'border-line bg-sunken text-ink',
  accent: 'border-transparent bg-accent-soft text-accent-strong',
  good: 'border-transparent bg-good-soft text-good',
  warn: 'border-transparent bg-warn-soft text-warn',
  bad: 'border-transparent bg-bad-soft text-bad',
} satisfies Record<ChipTone, string>;

const base =
  'inline-flex max-w-full items-center gap-1.5 rounded-full border px-2.5 text-sm font-medium ' +
  '[&_svg]:size-3.5 [&_svg]:shrink-0';

export type ChipProps = { tone?: ChipTone | undefined; icon?: ReactNode; children: ReactNode };

/** A short fact about the thing beside it: a state, a tier, who sees it. Always words, never only a colour. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
  return (
    <span className={`${base} min-h-6 py-0.5 ${tones[tone]}`}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

export type ChipButtonProps = ChipProps & Omit<ComponentProps<'button'>, 'children'>;

/** A chip that opens something, such as "who sees this": 44 px to touch, small to look at. */
export function ChipButton({ tone = 'plain', icon, children, className = '', ...button }: ChipButtonProps) {
  return (
    <button
      type="button"
      {...button}
      className={`group -my-2 inline-flex min-h-11 max-w-full items-center rounded-full ${className}`}
    >
      <span className={`${base} min-h-8 py-1 group-hover:border-line-strong ${tones[tone]}`}>
        {icon}
        <span className="truncate">{children}</span>
      </span>
    </button>
  );
}
