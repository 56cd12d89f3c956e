import Zap from 'lucide-react/icons/zap';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Sheet } from '../../../components/overlay/sheet.tsx';
import type { QuickFormProps } from './quick-form.tsx';

const QuickForm = lazy(() => import('./quick-form.tsx').then((file) => ({ default: file.QuickForm })));

type QuickDialogProps = QuickFormProps & {
  className?: string | undefined;
};

/** Writes a figure down in the middle of a call, from wherever one is. */
export function QuickDialog({ className = '', ...props }: QuickDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Zap aria-hidden="true" />} className={className} onClick={() => setOpen(true)}>
        Note a figure
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title="A figure in the call">
        <Suspense fallback={<Skeleton lines={4} what="the form" />}>
          <QuickForm {...props} />
        </Suspense>
      </Sheet>
    </>
  );
}
