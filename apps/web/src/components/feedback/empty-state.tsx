import type { ReactNode } from 'react';

export type EmptyStateProps = {
  /** What belongs here, as the first act: "Write down the first opening you are pursuing". */
  title: ReactNode;
  children?: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
  icon?: ReactNode;
};

/** An empty list teaches by offering the first act. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-md border border-dashed border-line-strong px-5 py-6">
      <div className="flex items-center gap-3 [&_svg]:size-5 [&_svg]:text-ink-soft">
        {icon}
        <p className="font-semibold">{title}</p>
      </div>
      {children ? <div className="max-w-prose text-ink-soft">{children}</div> : null}
      {action}
    </div>
  );
}
