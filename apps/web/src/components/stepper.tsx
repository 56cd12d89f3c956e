import type { ReactNode } from 'react';

export type Step = { id: string; label: string /** A date or a word under it. */; detail?: ReactNode };

export type StepperProps = {
  /** What goes through the steps: "Stage". */
  label: string;
  steps: readonly Step[];
  current: string;
};

/** Where something stands on its way; on a phone only the current step keeps its word. */
export function Stepper({ label, steps, current }: StepperProps) {
  const at = steps.findIndex((step) => step.id === current);
  return (
    <ol aria-label={label} className="flex items-start gap-1 sm:gap-2">
      {steps.map((step, index) => {
        const state = index < at ? 'done' : index === at ? 'now' : 'ahead';
        return (
          <li
            key={step.id}
            aria-current={state === 'now' ? 'step' : undefined}
            className={`flex min-w-0 flex-col gap-1 ${state === 'now' ? 'flex-[3]' : 'flex-1'} sm:min-w-fit sm:flex-auto`}
          >
            <span aria-hidden="true" className={`rounded-full ${state === 'ahead' ? 'my-px h-0.5 bg-line' : 'h-1 bg-accent'}`} />
            <span className={`text-sm max-sm:truncate ${state === 'now' ? 'font-semibold' : 'max-sm:sr-only text-ink-soft'}`}>
              {step.label}
              {state === 'done' ? <span className="sr-only"> (done)</span> : null}
            </span>
            {step.detail ? <span className="truncate text-sm text-ink-soft max-sm:hidden">{step.detail}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
