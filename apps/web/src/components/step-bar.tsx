import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import type { ReactNode } from 'react';
import type { Failure } from '../lib/failure.ts';
import { Button } from './button.tsx';
import { Notice } from './feedback/notice.tsx';
import { FormFailure } from './form/form-failure.tsx';

export type StepBarProps = {
  failure: Failure | null;
  /** The buttons of who may move it, then what stands beside them. */
  children: ReactNode;
};

/** What moves something that several people see, in reach of a thumb. That another was faster is news, not a failure. */
export function StepBar({ failure, children }: StepBarProps) {
  return (
    <div className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-surface py-3 max-md:bottom-[calc(3.5rem+1px+env(safe-area-inset-bottom))]">
      {failure?.code === 'CONFLICT' ? <Notice tone="info" title={failure.message} /> : <FormFailure failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}

export type StepButtonsProps = {
  /** Counted from 0. */
  step: number;
  steps: number;
  /** The last act: "End the meeting". */
  end: string;
  pending: boolean;
  onGo: (to: number) => void;
  onEnd: () => void;
};

/** One step on or back; on the last one, its end. */
export function StepButtons({ step, steps, end, pending, onGo, onEnd }: StepButtonsProps) {
  const last = step === steps - 1;
  return (
    <>
      <Button
        kind="primary"
        className="min-w-24 flex-1 sm:min-w-36 sm:flex-none"
        pending={pending}
        onClick={last ? onEnd : () => onGo(step + 1)}
      >
        {last ? end : 'Next'}
        {last ? null : <ArrowRight aria-hidden="true" />}
      </Button>
      {step > 0 ? (
        <Button icon={<ArrowLeft aria-hidden="true" />} pending={pending} onClick={() => onGo(step - 1)}>
          Back
        </Button>
      ) : null}
    </>
  );
}
