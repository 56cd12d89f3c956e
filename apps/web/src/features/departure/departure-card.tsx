import { lazy, Suspense, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';

const DepartureDialog = lazy(() => import('./departure-dialog.tsx').then((file) => ({ default: file.DepartureDialog })));

/** The way out for good. What goes and what stays is said in the dialog, before the press. */
export function DepartureCard() {
  const [open, setOpen] = useState(false);
  return (
    <Card title="End your account">
      <div className="flex max-w-dialog flex-col gap-4">
        <p>Deletes everything that is yours and destroys the key that it is sealed with. It cannot be undone.</p>
        <div>
          <Button onClick={() => setOpen(true)}>End my account</Button>
        </div>
      </div>
      <Suspense fallback={null}>{open ? <DepartureDialog onClose={() => setOpen(false)} /> : null}</Suspense>
    </Card>
  );
}
