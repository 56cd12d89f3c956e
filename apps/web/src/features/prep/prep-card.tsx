import { type ReactNode, useId } from 'react';

/** One thing to take along: a small word above, the thing itself in large type. */
export function PrepCard({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line pt-2">
      <h2 id={id} className="text-sm font-semibold text-ink-soft">
        {title}
      </h2>
      <div className="mt-1 max-w-prose">{children}</div>
    </section>
  );
}
