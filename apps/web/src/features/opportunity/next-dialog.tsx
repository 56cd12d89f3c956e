import { opportunityDetails } from '@parley/domain/opportunity/input';
import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { useSave } from './use-save.ts';

type Props = { opportunityId: string; rev: number; details: OpportunityDetails; onClose: () => void };

/** What comes next, and by when. */
export function NextDialog({ opportunityId, rev, details, onClose }: Props) {
  const [act, setAct] = useState(details.next?.act ?? '');
  const [on, setOn] = useState(details.next?.on ?? '');
  const [wrong, setWrong] = useState<string | undefined>();
  const { save, pending, failure } = useSave();
  const write = (next: OpportunityDetails['next']) => save({ opportunityId, rev, details: { ...details, next } }, onClose);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = opportunityDetails.shape.next.safeParse({ act, on: on === '' ? null : on });
    setWrong(parsed.error?.issues[0]?.message);
    if (parsed.success) write(parsed.data);
  };
  return (
    <Dialog open onClose={onClose} title="What is your next step?">
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label="Next step"
          autoFocus
          placeholder="Send the draft of the mission"
          value={act}
          onChange={(event) => setAct(event.target.value)}
          error={wrong}
        />
        <DateField label="On" optional value={on} onChange={(event) => setOn(event.target.value)} />
        <FormFailure failure={failure} />
        <DialogActions>
          {details.next ? (
            <Button onClick={() => write(null)} pending={pending}>
              Done
            </Button>
          ) : null}
          <Button type="submit" kind="primary" pending={pending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
