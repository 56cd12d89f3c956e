import { unnamedRemark } from '@parley/domain/round/seats';
import { Controller } from 'react-hook-form';
import { Button } from '../../../components/button.tsx';
import { Conflict, type ConflictRow } from '../../../components/feedback/conflict.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { DateTimeField } from '../../../components/form/date-field.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import type { Round } from '../use-round.ts';
import { LinesForm } from './lines-form.tsx';
import { type AskControl, type AskFields, useAskForm } from './use-ask.ts';

/** What is asked, until when, and how it is shown afterwards. */
export function AskForm({ round, asked, onDone }: { round: Round; asked: number; onDone: () => void }) {
  const { form, onSubmit, failure, state, restored, newer, takeMine, takeNewer, discard } = useAskForm(round, onDone);
  const errors = form.formState.errors;
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-5">
      <TextArea
        label="Your question"
        maxLength={1000}
        aside={<SavedMark state={state} />}
        error={errors.document?.question?.message}
        {...form.register('document.question')}
      />
      <LinesForm form={form} currency={round.document.currency} />
      {/* a moment shows what it began with: begin again with what was restored, or came from elsewhere */}
      <Manner key={`${restored} ${form.getValues('rev')}`} form={form} asked={asked} />
      {newer ? <AskConflict mine={form.getValues()} newer={newer} onMine={takeMine} onNewer={takeNewer} /> : null}
      <FormFailure failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" pending={form.formState.isSubmitting}>
          Save the draft
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            discard();
            onDone();
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}

type ConflictProps = { mine: AskFields; newer: AskFields; onMine: () => void; onNewer: () => void };

function AskConflict({ mine, newer, onMine, onNewer }: ConflictProps) {
  const { money, percent, instant } = useFormat();
  const words = ({ document, deadlineAt, quorum, named }: AskFields): Record<string, string> => {
    const { currency, base, bonusPercent, signOn, equity, others } = document;
    const line = (name: string, now: string, inPlay: boolean) => [name, now, inPlay ? 'in play' : ''].filter(Boolean).join(', ');
    const amount = (name: string, { now, inPlay }: typeof base) => line(name, now === null ? '' : money(now, currency), inPlay);
    return {
      'Your question': document.question,
      'In play, and on the table now': [
        amount('Base', base),
        line('Bonus', bonusPercent.now === null ? '' : percent(bonusPercent.now), bonusPercent.inPlay),
        amount('Sign-on', signOn),
        amount('Equity', equity),
        ...others.map((other) => amount(other.name, other)),
      ].join('\n'),
      Deadline: deadlineAt === null ? 'none' : instant(deadlineAt),
      'Enough at the deadline': String(quorum),
      'After the reveal': named ? 'With names' : 'Without names',
    };
  };
  const other = words(newer);
  const rows: ConflictRow[] = Object.entries(words(mine))
    .filter(([label, text]) => other[label] !== text)
    .map(([label, text]) => ({ label, mine: text, newer: other[label] }));
  return <Conflict rows={rows} onMine={onMine} onNewer={onNewer} />;
}

/** Until when, from how many on, and with names or without. */
function Manner({ form: { control }, asked }: { form: AskControl; asked: number }) {
  return (
    <>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Controller
          control={control}
          name="deadlineAt"
          render={({ field: { value, onChange, onBlur }, fieldState }) => (
            <DateTimeField
              {...{ value, onChange, onBlur }}
              label="Deadline"
              hint="Leave empty for no deadline."
              error={fieldState.error?.message}
            />
          )}
        />
        <Controller
          control={control}
          name="quorum"
          render={({ field: { onChange, ...field }, fieldState }) => (
            <NumberField
              {...field}
              onChange={(value) => onChange(value ?? Number.NaN)}
              label="Enough at the deadline"
              hint="Sealed packages needed to reveal it."
              error={fieldState.error?.message}
            />
          )}
        />
      </div>
      <Controller
        control={control}
        name="named"
        render={({ field, fieldState }) => (
          <RadioGroup
            label="After the reveal"
            value={field.value ? 'named' : 'unnamed'}
            onChange={(value) => field.onChange(value === 'named')}
            error={fieldState.error?.message}
            choices={[
              { value: 'named', label: 'With names', hint: 'You can ask people about their answers.' },
              { value: 'unnamed', label: 'Without names', hint: unnamedRemark(asked) },
            ]}
          />
        )}
      />
    </>
  );
}
