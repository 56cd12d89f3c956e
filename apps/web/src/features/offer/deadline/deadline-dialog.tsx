import { type Extension, extensions, isShort } from '@parley/domain/offer/deadline';
import { redFlagFor } from '@parley/domain/offer/extension';
import type { Frame } from '@parley/domain/offer/offer';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Checkbox, RadioGroup } from '../../../components/form/choice-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useDaysOff } from '../../../lib/use-days-off.ts';
import { useFrame } from '../use-frame.ts';
import { DeadlineForm } from './deadline-form.tsx';
import { ExtensionForm } from './extension-form.tsx';

const words: Record<Extension, string> = { none: 'Not asked', asked: 'Asked', granted: 'Given', refused: 'Refused' };

type Props = { offerId: string; rev: number; frame: Frame; onClose: () => void };

/** When the offer came, by when they want an answer, and whether they gave more time. */
export function DeadlineDialog({ onClose, ...held }: Props) {
  const { save, pending, failure, errorAt } = useFrame(held);
  const [receivedOn, setReceived] = useState(held.frame.receivedOn);
  const [deadline, setDeadline] = useState(held.frame.deadline);
  const [extension, setExtension] = useState(held.frame.extension);
  const [redFlag, setRedFlag] = useState(held.frame.redFlag);
  const off = useDaysOff();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save({ receivedOn, deadline, extension, redFlag }, onClose);
  };
  const short = deadline !== null && receivedOn !== null && isShort(deadline, receivedOn, off);
  const offered = redFlagFor(extension, short) ?? held.frame.redFlag;
  return (
    <Dialog open onClose={onClose} title="Deadline">
      <form onSubmit={onSubmit} className="flex flex-col gap-5">
        <DeadlineForm {...{ receivedOn, deadline, errorAt }} onReceived={setReceived} onDeadline={setDeadline} />
        <RadioGroup
          label="More time"
          hint="Two to five business days are normal. A refusal says something about them."
          inline
          choices={extensions.map((value) => ({ value, label: words[value] }))}
          value={extension}
          onChange={setExtension}
        />
        {deadline && (extension === 'none' || extension === 'asked') ? (
          <ExtensionForm key={JSON.stringify([deadline, receivedOn, off])} {...{ deadline, receivedOn, off }} />
        ) : null}
        {offered === null ? null : (
          <Checkbox
            label={`Note as a red flag: “${offered}”`}
            hint="Only you see it. It stays with the offer."
            checked={redFlag !== null}
            onChange={(event) => setRedFlag(event.target.checked ? offered : null)}
          />
        )}
        <FormFailure failure={failure} />
        <DialogActions>
          <Button type="submit" kind="primary" pending={pending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
