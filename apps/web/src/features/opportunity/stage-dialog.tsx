import { listNextStages, type Stage, stageName, stages } from '@parley/domain/opportunity/opportunity';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { useToday } from '../../lib/time/use-today.ts';
import { useStage } from './use-stage.ts';

type Props = {
  opportunityId: string;
  rev: number;
  stage: Stage;
  /** The stage that was pressed; null proposes the next one. */
  to: Stage | null;
  onClose: () => void;
};

/** Moves the opportunity to another stage, with the day on which that happened. */
export function StageDialog({ opportunityId, rev, stage, to: pressed, onClose }: Props) {
  const today = useToday();
  const choices = listNextStages(stage);
  const [to, setTo] = useState<Stage>(
    choices.find((one) => one === pressed) ?? choices.find((one) => stages.indexOf(one) > stages.indexOf(stage)) ?? stage,
  );
  const [on, setOn] = useState(today);
  const { move, pending, failure } = useStage();
  const wrongDay = failure?.fields.find(({ path }) => path === 'on')?.message;
  const choose = (value: string) => setTo(choices.find((one) => one === value) ?? to);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    move({ opportunityId, rev, stage: to, on }, onClose);
  };
  return (
    <Dialog open onClose={onClose} title="Move to another stage">
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <SelectField
          label="Stage"
          value={to}
          onChange={(event) => choose(event.target.value)}
          options={choices.map((one) => ({ value: one, label: stageName(one) }))}
        />
        <DateField label="On" max={today} value={on} onChange={(event) => setOn(event.target.value)} error={wrongDay} />
        {wrongDay ? null : <FormFailure failure={failure} />}
        <DialogActions>
          <Button type="submit" kind="primary" pending={pending}>
            Move it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
