import type { ReactNode } from 'react';
import { useState } from 'react';

/** A component of `src/components`, by its file, in each state that it has. */
export type Part = { of: string; wide?: boolean; states: Record<string, ReactNode> };

/** One component: its file as the heading, each state under its name. */
export function PartSection({ of, wide, states }: Part) {
  return (
    <section aria-label={of} className="flex flex-col gap-3 border-t border-line pt-4">
      <h2 className="text-lg">{of}</h2>
      <div className={`grid items-start gap-x-6 gap-y-4 ${wide ? '' : 'sm:grid-cols-2'}`}>
        {Object.entries(states).map(([name, state]) => (
          <figure key={name} className="flex min-w-0 flex-col gap-1">
            <figcaption className="text-sm text-ink-soft">{name}</figcaption>
            <div className="min-w-0">{state}</div>
          </figure>
        ))}
      </div>
    </section>
  );
}

type HeldProps<Value> = { from: Value; children: (value: Value, put: (next: Value) => void) => ReactNode };

/** Keeps the value of a field, so that it can be tried. */
export function Held<Value>({ from, children }: HeldProps<Value>) {
  const [value, put] = useState(from);
  return children(value, put);
}
