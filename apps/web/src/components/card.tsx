import { type ReactNode, useId } from 'react';

export type CardProps = {
  title?: ReactNode;
  /** At the right of the title: one chip or quiet button. */
  aside?: ReactNode;
  /** The level of the title in the page; 2 unless nested. */
  level?: 2 | 3 | 4 | undefined;
  /** Rows that bring their own padding (lists, tables). */
  flush?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A block with a hairline round it; a titled one is a landmark section. */
export function Card({ title, aside, level = 2, flush, className = '', children }: CardProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  const ground = `overflow-hidden rounded-md border border-line bg-raised ${className}`;
  const body = <div className={flush ? '' : 'px-4 py-4 sm:px-5'}>{children}</div>;
  if (!title) return <div className={ground}>{body}</div>;
  return (
    <section aria-labelledby={id} className={ground}>
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 border-b border-line px-4 py-1.5 sm:px-5">
        <Heading id={id} className="text-base">
          {title}
        </Heading>
        {aside}
      </div>
      {body}
    </section>
  );
}
