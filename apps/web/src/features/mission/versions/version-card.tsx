import Columns3 from 'lucide-react/icons/columns-3';
import History from 'lucide-react/icons/history';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import type { DriftDialogProps } from './drift-dialog.tsx';
import type { VersionDialogProps } from './version-dialog.tsx';

const VersionDialog = lazy(() => import('./version-dialog.tsx').then((file) => ({ default: file.VersionDialog })));
const DriftDialog = lazy(() => import('./drift-dialog.tsx').then((file) => ({ default: file.DriftDialog })));

type Props = Omit<VersionDialogProps & DriftDialogProps, 'onClose'>;

/** The way to the versions of a mission; for its owner also to the posting and the manager's words beside it. */
export function VersionCard(props: Props) {
  const [open, setOpen] = useState<'versions' | 'drift' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button kind="quiet" icon={<History aria-hidden="true" />} onClick={() => setOpen('versions')}>
        <span className="max-sm:sr-only">Versions</span>
      </Button>
      {props.mine ? (
        <Button kind="quiet" icon={<Columns3 aria-hidden="true" />} onClick={() => setOpen('drift')}>
          <span className="max-sm:sr-only">Role drift</span>
        </Button>
      ) : null}
      <Suspense>
        {open === 'versions' ? <VersionDialog {...props} onClose={close} /> : null}
        {open === 'drift' ? <DriftDialog {...props} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
