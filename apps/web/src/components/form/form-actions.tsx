import type { ReactNode } from 'react';
import { Button } from '../button.tsx';

export type FormActionsProps = { act: ReactNode; pending: boolean; onCancel: () => void };

/** The two ways out of a form that stands in the page: send it, or leave it. */
export function FormActions({ act, pending, onCancel }: FormActionsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" pending={pending}>
        {act}
      </Button>
      <Button kind="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
